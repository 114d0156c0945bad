-- What the desk finds headlines by while somebody types (docs/decisions/0013): their words, that is runs of letters and digits in
-- lower case, and the first one and two letters of each, marked with ^, so that a short beginning is one entry of the index too.
CREATE FUNCTION headline_words(headline text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT array_to_tsvector(array(
    SELECT entry FROM regexp_split_to_table(lower(headline), '\W+') AS word
    CROSS JOIN LATERAL (VALUES (word), ('^' || left(word, 1)), ('^' || left(word, 2))) AS entries(entry) WHERE word <> ''))
$$;

-- The words of a query as beginnings of a headline's words, all of them; null when there is none. Words cannot hold a quote.
CREATE FUNCTION headline_query(query text) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT string_agg(CASE WHEN length(word) < 3 THEN '''^' || word || '''' ELSE '''' || word || ''':*' END, ' & ')::tsquery
  FROM regexp_split_to_table(lower(query), '\W+') AS word WHERE word <> ''
$$;

ALTER TABLE "article" ADD COLUMN "headline_words" tsvector GENERATED ALWAYS AS (headline_words("headline")) STORED;
-- Without a list of what is pending, which every search would have to read through.
CREATE INDEX "article_headline_words" ON "article" USING gin ("headline_words") WITH (fastupdate = off);
-- Headlines that begin so, in any locale.
CREATE INDEX "article_headline_start" ON "article" (lower("headline") text_pattern_ops);

-- Which articles name a target now, without reading what their revisions named.
CREATE INDEX "link_use_now" ON "link_use" ("target_id", "article_id") WHERE "revision_id" IS NULL;
