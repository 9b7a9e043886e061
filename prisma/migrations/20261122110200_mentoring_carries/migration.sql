-- What a learner takes along from an earlier mentor.
ALTER TABLE "mentoring_request" ADD COLUMN "carries" JSONB;
