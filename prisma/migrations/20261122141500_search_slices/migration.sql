-- Each document also holds, as words no text has, the day, the week and the thirteen weeks it is of, and one of 32 lots
-- (app/features/search/query/slices.ts). Indexes made once over everything cost less than the same rows one by one.
DROP INDEX IF EXISTS "search_document_lexemes_idx";
DROP INDEX IF EXISTS "search_document_heads_idx";
UPDATE "search_document" SET "lexemes" = "lexemes" || array_to_tsvector(ARRAY[
  '@d' || floor(extract(epoch FROM least("created_at", now())) / 86400)::int,
  '@w' || floor(extract(epoch FROM least("created_at", now())) / 604800)::int,
  '@s' || floor(extract(epoch FROM least("created_at", now())) / 7862400)::int,
  '@r' || (hashtext("id") & 31)
]);
CREATE INDEX "search_document_lexemes_idx" ON "search_document" USING GIN ("lexemes");
CREATE INDEX "search_document_heads_idx" ON "search_document" USING GIN ("lexemes") WHERE "kind" <> 'post';
ANALYZE "search_document";
-- Words spelt nearly alike are looked for in memory now.
DROP INDEX IF EXISTS "search_word_word_idx";
