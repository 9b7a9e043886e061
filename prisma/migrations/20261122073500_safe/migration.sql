-- Points of an agenda that wait or are hidden, names for what waits to be opened, and what was taken out of a profile.
-- AlterTable
ALTER TABLE "agenda_point" ADD COLUMN     "state" TEXT NOT NULL DEFAULT 'SHOWN';

-- AlterTable
ALTER TABLE "pseudonym" ALTER COLUMN "thread_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "profile_hidden" (
    "person_id" INTEGER NOT NULL,
    "photo_key" TEXT,
    "about" TEXT NOT NULL DEFAULT '',
    "expertise" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "place" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "profile_hidden_pkey" PRIMARY KEY ("person_id")
);
