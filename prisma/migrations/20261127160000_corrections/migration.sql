-- The published text whose words a correction puts right: what it was before the first of several.
ALTER TABLE "revision" ADD COLUMN "corrects_id" UUID;
ALTER TABLE "revision" ADD CONSTRAINT "revision_corrects_id_fkey" FOREIGN KEY ("corrects_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "revision_corrects_id_idx" ON "revision"("corrects_id");

-- A note's words hold from an instant until another: it is reworded by a row that follows, withdrawn by an end.
DROP TRIGGER note_immutable ON "note";
ALTER TABLE "note" ADD COLUMN "since" TIMESTAMPTZ(3), ADD COLUMN "until" TIMESTAMPTZ(3), ADD COLUMN "ended_by_id" UUID;
UPDATE "note" SET "since" = "at";
ALTER TABLE "note" ALTER COLUMN "since" SET NOT NULL;
ALTER TABLE "note"
  ADD CONSTRAINT "note_ended_by_id_fkey" FOREIGN KEY ("ended_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "note_in_order" CHECK ("at" <= "since" AND "since" <= "until");
CREATE FUNCTION refuse_all_but_an_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.until IS NOT NULL OR to_jsonb(NEW) - 'until' - 'ended_by_id' <> to_jsonb(OLD) - 'until' - 'ended_by_id' THEN
    RAISE EXCEPTION 'of % rows only the end can be set, once', TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER note_immutable BEFORE UPDATE ON "note" FOR EACH ROW EXECUTE FUNCTION refuse_all_but_an_end();
