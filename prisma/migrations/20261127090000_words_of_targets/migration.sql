-- Headlines and addresses are what lists and searches read of many rows at once: since texts lie beside the rows (toast_tuple_target),
-- they lay there too, three more pages to read for each. They stay in the row now; a row from before moves when it is saved.
ALTER TABLE "article" ALTER COLUMN "headline" SET STORAGE MAIN, ALTER COLUMN "slug" SET STORAGE MAIN, ALTER COLUMN "title_key" SET STORAGE MAIN;

-- What the links desk finds titles and addresses by, as headlines are found (docs/decisions/0013).
ALTER TABLE "link_target" ADD COLUMN "words" tsvector GENERATED ALWAYS AS (CASE WHEN "kind" <> 'article' THEN headline_words(coalesce("title", "url")) END) STORED;
CREATE INDEX "link_target_words" ON "link_target" USING gin ("words") WITH (fastupdate = off);
