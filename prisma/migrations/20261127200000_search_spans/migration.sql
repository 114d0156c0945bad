-- A search also walks spans of 8 and of 64 weeks, each by the index (docs/decisions/0016).
DROP INDEX "search_entry_words";
CREATE INDEX "search_entry_words" ON "search_entry" USING gin ("week", ("week" >> 3), ("week" >> 6), "words") WITH (fastupdate = off);
