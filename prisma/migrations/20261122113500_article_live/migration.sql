-- CreateTable
CREATE TABLE "article_live" (
    "article_id" INTEGER NOT NULL,
    "base" INTEGER NOT NULL,
    "generation" INTEGER NOT NULL DEFAULT 1,
    "state" BYTEA,
    "token" TEXT,
    "token_until" TIMESTAMPTZ(3),
    "writers" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "article_live_pkey" PRIMARY KEY ("article_id")
);

-- AddForeignKey
ALTER TABLE "article_live" ADD CONSTRAINT "article_live_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
