-- The words of an article, once for the desk's search and for what to link to (docs/decisions/0010). The first 200,000
-- characters: more than that may break the limit of a tsvector, and no save may fail for its length.
ALTER TABLE "article" ADD COLUMN "words" tsvector GENERATED ALWAYS AS (to_tsvector('swedish', left("plain_text", 200000))) STORED;
DROP INDEX "article_text_search";
CREATE INDEX "article_words" ON "article" USING gin ("words");

-- How common a word is, is read from the column's statistics: as many as the planner keeps for a tenth of this many rows.
ALTER TABLE "article" ALTER COLUMN "words" SET STATISTICS 400;

-- Texts lie beside the rows, so that many rows share a page: lists and suggestions read hundreds of them without their texts.
ALTER TABLE "article" SET (toast_tuple_target = 256);

-- The newest articles of a tag without reading the others: ids are in the order of time.
DROP INDEX "article_tag_tag_id_idx";
CREATE INDEX "article_tag_tag_id_article_id_idx" ON "article_tag" ("tag_id", "article_id" DESC);
