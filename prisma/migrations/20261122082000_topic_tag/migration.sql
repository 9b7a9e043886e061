-- CreateTable
CREATE TABLE "topic_tag" (
    "tag" TEXT NOT NULL,
    "topic_id" INTEGER NOT NULL,

    CONSTRAINT "topic_tag_pkey" PRIMARY KEY ("tag", "topic_id")
);

INSERT INTO "topic_tag" ("tag", "topic_id") SELECT DISTINCT w, "id" FROM "topic", unnest("tags") w;

-- Whoever writes `topic.tags`, this follows. Prisma's models have no words for it; it stands here alone.
CREATE FUNCTION "topic_tag_follow"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    DELETE FROM "topic_tag" WHERE "topic_id" = OLD."id" AND "tag" = ANY(OLD."tags");
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO "topic_tag" ("tag", "topic_id") SELECT w, NEW."id" FROM unnest(NEW."tags") w ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER "topic_tag_follow" AFTER INSERT OR DELETE OR UPDATE OF "tags" ON "topic" FOR EACH ROW EXECUTE FUNCTION "topic_tag_follow"();
