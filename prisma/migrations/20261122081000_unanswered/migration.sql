-- Questions that wait for an answer, by list and by audience: the filter "unanswered" walks these and nothing else.
-- Prisma's models have no words for an index with a condition; it stands here alone.
CREATE INDEX "thread_waiting_shelf_idx" ON "thread" ("shelf", "last_post_at" DESC, "id" DESC)
  WHERE "label" = 'QUESTION' AND "answerable" AND "accepted_number" IS NULL AND "locked_at" IS NULL AND "removed_at" IS NULL AND "listed";
CREATE INDEX "thread_waiting_audience_idx" ON "thread" ("kind", "audience", "last_post_at" DESC, "id" DESC)
  WHERE "label" = 'QUESTION' AND "answerable" AND "accepted_number" IS NULL AND "locked_at" IS NULL AND "removed_at" IS NULL AND "listed";
