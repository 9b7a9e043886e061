-- AlterTable
ALTER TABLE "moderation_case" ADD COLUMN     "detail" TEXT NOT NULL DEFAULT '';
