-- What readers search (docs/decisions/0016): one entry for each row of the timeline, made by Postgres when the row is written, so that no
-- way of publishing can leave it out. Who may see it is asked of the timeline at each search: entries of plans stand here too.
CREATE EXTENSION IF NOT EXISTS btree_gin;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;

CREATE TABLE "search_entry" (
  "publication_id" UUID NOT NULL,
  "article_id" UUID NOT NULL,
  "listed_at" TIMESTAMPTZ(3) NOT NULL,
  "week" INTEGER NOT NULL,
  "section_id" UUID NOT NULL,
  "label" "Label" NOT NULL,
  "words" tsvector NOT NULL,
  "headline" tsvector NOT NULL,
  CONSTRAINT "search_entry_pkey" PRIMARY KEY ("publication_id"),
  CONSTRAINT "search_entry_publication_id_fkey" FOREIGN KEY ("publication_id") REFERENCES "publication"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE TABLE "search_word" ("word" TEXT NOT NULL, CONSTRAINT "search_word_pkey" PRIMARY KEY ("word"));

-- The words of a body's text: none of a LÄS OCKSÅ, which may lead to what readers do not see.
CREATE FUNCTION body_words(body jsonb) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT string_agg(found #>> '{}', ' ') FROM jsonb_path_query(body, 'strict $.** ? (@.type == "text").text') AS found
$$;

CREATE FUNCTION search_vector(r revision) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT setweight(to_tsvector('swedish', r.headline || ' ' || r.short_headline), 'A') || setweight(to_tsvector('swedish', r.standfirst), 'B')
    || setweight(to_tsvector('swedish', left(coalesce(body_words(r.body), ''), 300000)), 'D')
$$;

CREATE FUNCTION search_vocabulary(r revision) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT word FROM regexp_split_to_table(lower(r.headline || ' ' || r.short_headline || ' ' || r.standfirst), '\W+') AS word WHERE length(word) BETWEEN 3 AND 40
$$;

CREATE FUNCTION search_week(at timestamptz) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT floor(extract(epoch FROM at) / 604800)::integer
$$;

CREATE FUNCTION enter_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_entry (publication_id, article_id, listed_at, week, section_id, label, words, headline)
    SELECT NEW.id, NEW.article_id, NEW.listed_at, search_week(NEW.listed_at), r.section_id, r.label, search_vector(r), to_tsvector('swedish', r.headline || ' ' || r.short_headline) FROM revision r WHERE r.id = NEW.revision_id
    ON CONFLICT (publication_id) DO UPDATE SET listed_at = EXCLUDED.listed_at, week = EXCLUDED.week, section_id = EXCLUDED.section_id, label = EXCLUDED.label, words = EXCLUDED.words, headline = EXCLUDED.headline;
  -- In one order, so that two who publish at once wait for each other but never both.
  INSERT INTO search_word (word) SELECT DISTINCT word FROM revision r, search_vocabulary(r) AS word WHERE r.id = NEW.revision_id ORDER BY word ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER publication_search AFTER INSERT OR UPDATE OF "revision_id", "listed_at" ON "publication" FOR EACH ROW EXECUTE FUNCTION enter_search();

-- All of it anew, from the timeline.
CREATE FUNCTION rebuild_search() RETURNS void LANGUAGE sql AS $$
  TRUNCATE search_entry, search_word;
  INSERT INTO search_entry (publication_id, article_id, listed_at, week, section_id, label, words, headline)
    SELECT p.id, p.article_id, p.listed_at, search_week(p.listed_at), r.section_id, r.label, search_vector(r), to_tsvector('swedish', r.headline || ' ' || r.short_headline) FROM publication p JOIN revision r ON r.id = p.revision_id;
  INSERT INTO search_word (word) SELECT DISTINCT word FROM publication p JOIN revision r ON r.id = p.revision_id, search_vocabulary(r) AS word;
$$;
SELECT rebuild_search();

-- Weeks and words together: a common word's list is read for the newest weeks alone.
CREATE INDEX "search_entry_words" ON "search_entry" USING gin ("week", "words") WITH (fastupdate = off);
CREATE INDEX "search_entry_headline" ON "search_entry" USING gin ("week", "headline") WITH (fastupdate = off);
-- What comes before and after an article in its section.
CREATE INDEX "search_entry_section_id_listed_at_article_id_idx" ON "search_entry" ("section_id", "listed_at" DESC, "article_id" DESC);
CREATE INDEX "search_word_start" ON "search_word" ("word" text_pattern_ops);
CREATE INDEX "search_word_trgm" ON "search_word" USING gin ("word" gin_trgm_ops);

-- The archive counts and lists by listed_at; what was taken out of use is rare.
CREATE INDEX "publication_archive" ON "publication" ("listed_at", "article_id") INCLUDE ("live_from", "live_until");
CREATE INDEX "article_out_of_use" ON "article" ("id") WHERE "trashed_at" IS NOT NULL OR "killed_at" IS NOT NULL;
