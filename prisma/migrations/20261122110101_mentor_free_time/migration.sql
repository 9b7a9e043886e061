-- AlterTable
ALTER TABLE "mentoring_profile" ADD COLUMN     "wants" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "mentor_standing" ADD COLUMN     "free_this_week" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "next_free_at" TIMESTAMPTZ(3);
