-- Why a mentor left, for the officer alone; a learner's reason stands on their membership.
ALTER TABLE "mentoring_pair" ADD COLUMN "left_reason" TEXT NOT NULL DEFAULT '';
