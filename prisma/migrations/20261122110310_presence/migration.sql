-- The mentor's attendance list of a group's session.
CREATE TABLE "mentoring_presence" (
    "session_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "present" BOOLEAN NOT NULL,
    "marked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mentoring_presence_pkey" PRIMARY KEY ("session_id","person_id")
);
