-- AlterTable
ALTER TABLE "article_live" ADD COLUMN     "files" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateIndex
CREATE INDEX "article_live_files_idx" ON "article_live" USING GIN ("files");
