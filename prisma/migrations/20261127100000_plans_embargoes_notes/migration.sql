-- "Publicera som ny": from this row on lists show the article as new.
ALTER TABLE "publication" ADD COLUMN "anew" BOOLEAN NOT NULL DEFAULT false;

-- What readers are told about a change: it stands beside the timeline and is shown with every text from its instant on.
CREATE TYPE "NoteKind" AS ENUM ('correction', 'update');
CREATE TABLE "note" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "kind" "NoteKind" NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID NOT NULL,

    CONSTRAINT "note_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "note_article_id_at_idx" ON "note"("article_id", "at");
CREATE INDEX "note_revision_id_idx" ON "note"("revision_id");
CREATE INDEX "note_kind_at_id_idx" ON "note"("kind", "at" DESC, "id" DESC);
ALTER TABLE "note"
  ADD CONSTRAINT "note_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "note_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "note_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "note_correction_says_what" CHECK ("kind" <> 'correction' OR "text" <> '');
CREATE TRIGGER note_immutable BEFORE UPDATE ON "note" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The calendar asks what comes down between two instants, and which embargoes end then.
CREATE INDEX "publication_live_until_idx" ON "publication"("live_until");
CREATE INDEX "article_embargo_until_idx" ON "article"("embargo_until");
