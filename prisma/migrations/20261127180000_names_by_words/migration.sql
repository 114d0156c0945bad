-- What a search asks of the names of topics, sections and bylines: do they have its words, or does it have theirs.
CREATE FUNCTION name_words(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT btrim(regexp_replace(lower(name), '[^[:alnum:]]+', ' ', 'g'))
$$;

CREATE INDEX "tag_name_words" ON "tag" (name_words("name"));
CREATE INDEX "tag_name_words_trgm" ON "tag" USING gin ((' ' || name_words("name")) gin_trgm_ops);
CREATE INDEX "byline_name_words" ON "byline" (name_words("name"));
CREATE INDEX "byline_name_words_trgm" ON "byline" USING gin ((' ' || name_words("name")) gin_trgm_ops);
