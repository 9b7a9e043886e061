-- The newest posts are looked for beside the newest of all else: each has an index of its own.
CREATE INDEX IF NOT EXISTS "search_document_posts_idx" ON "search_document" USING GIN ("lexemes") WHERE "kind" = 'post';
