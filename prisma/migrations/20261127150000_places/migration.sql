-- Lists of a topic, a section or a byline (docs/decisions/0024): one entry for each row of the timeline and each of its places, made by Postgres
-- when the row is written. It repeats the row's instants, so that a list and its next change are read from one index each.
CREATE TABLE "place_entry" (
  "place_id" UUID NOT NULL,
  "publication_id" UUID NOT NULL,
  "article_id" UUID NOT NULL,
  "listed_at" TIMESTAMPTZ(3) NOT NULL,
  "live_from" TIMESTAMPTZ(3) NOT NULL,
  "live_until" TIMESTAMPTZ(3),
  CONSTRAINT "place_entry_pkey" PRIMARY KEY ("publication_id", "place_id"),
  CONSTRAINT "place_entry_publication_id_fkey" FOREIGN KEY ("publication_id") REFERENCES "publication"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE FUNCTION places_of(revision uuid) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
  SELECT section_id FROM revision WHERE id = $1
  UNION SELECT tag_id FROM revision_tag WHERE revision_id = $1
  UNION SELECT byline_id FROM revision_byline WHERE revision_id = $1
$$;

CREATE FUNCTION enter_places() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.revision_id = OLD.revision_id THEN
    UPDATE place_entry SET listed_at = NEW.listed_at, live_from = NEW.live_from, live_until = NEW.live_until WHERE publication_id = NEW.id;
    RETURN NULL;
  END IF;
  DELETE FROM place_entry WHERE publication_id = NEW.id;
  INSERT INTO place_entry (place_id, publication_id, article_id, listed_at, live_from, live_until)
    SELECT place, NEW.id, NEW.article_id, NEW.listed_at, NEW.live_from, NEW.live_until FROM places_of(NEW.revision_id) AS place;
  RETURN NULL;
END $$;
CREATE TRIGGER publication_places AFTER INSERT OR UPDATE OF "revision_id", "listed_at", "live_from", "live_until" ON "publication" FOR EACH ROW EXECUTE FUNCTION enter_places();

-- A revision that has been published gets no other tags or bylines, except from a hand that fills tables in another order.
CREATE FUNCTION enter_late_places() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO place_entry (place_id, publication_id, article_id, listed_at, live_from, live_until)
    SELECT place, p.id, p.article_id, p.listed_at, p.live_from, p.live_until FROM (SELECT DISTINCT revision_id FROM added) AS a
    JOIN publication p ON p.revision_id = a.revision_id CROSS JOIN LATERAL places_of(p.revision_id) AS place
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER revision_tag_places AFTER INSERT ON "revision_tag" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION enter_late_places();
CREATE TRIGGER revision_byline_places AFTER INSERT ON "revision_byline" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION enter_late_places();

-- All of it anew, from the timeline.
CREATE FUNCTION rebuild_places() RETURNS void LANGUAGE sql AS $$
  TRUNCATE place_entry;
  INSERT INTO place_entry (place_id, publication_id, article_id, listed_at, live_from, live_until)
    SELECT place.id, p.id, p.article_id, p.listed_at, p.live_from, p.live_until FROM publication p JOIN (
      SELECT id AS revision_id, section_id AS id FROM revision
      UNION SELECT revision_id, tag_id FROM revision_tag UNION SELECT revision_id, byline_id FROM revision_byline) AS place USING (revision_id);
$$;
SELECT rebuild_places();

CREATE INDEX "place_entry_place_id_listed_at_article_id_idx" ON "place_entry" ("place_id", "listed_at" DESC, "article_id" DESC);
CREATE INDEX "place_entry_place_id_live_from_idx" ON "place_entry" ("place_id", "live_from");
CREATE INDEX "place_entry_place_id_live_until_idx" ON "place_entry" ("place_id", "live_until");

-- What is live has been listed: lists begin at the present instant, however many plans lie ahead.
ALTER TABLE "publication" ADD CONSTRAINT "publication_listed" CHECK ("listed_at" <= "live_from");
