-- Pages that editors fill (docs/decisions/0019). No row: nobody has edited the page yet.
CREATE TABLE "front_page" (
    "id" UUID NOT NULL,
    -- null: the front itself
    "section_id" UUID,
    "version" INTEGER NOT NULL,

    CONSTRAINT "front_page_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "front_page_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "tag"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "front_page_section_id_key" ON "front_page"("section_id");
CREATE UNIQUE INDEX "front_page_one_front" ON "front_page"((section_id IS NULL)) WHERE "section_id" IS NULL;

-- A place that an editor gave an article, from an instant until another: what has begun is ended, never rewritten.
CREATE TABLE "front_slot" (
    "id" UUID NOT NULL,
    "page_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "article_id" UUID NOT NULL,
    "headline" TEXT NOT NULL DEFAULT '',
    "pinned_to" INTEGER,
    "live_from" TIMESTAMPTZ(3) NOT NULL,
    "live_until" TIMESTAMPTZ(3),
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "front_slot_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "front_slot_page_id_fkey" FOREIGN KEY ("page_id") REFERENCES "front_page"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "front_slot_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "front_slot_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "front_slot_span" CHECK ("live_until" > "live_from"),
    CONSTRAINT "front_slot_place" CHECK ("position" >= 0 AND "pinned_to" >= 1)
);
CREATE INDEX "front_slot_page_id_live_until_idx" ON "front_slot"("page_id", "live_until");
CREATE INDEX "front_slot_article_id_idx" ON "front_slot"("article_id");
CREATE INDEX "front_slot_created_by_id_idx" ON "front_slot"("created_by_id");

-- "Just nu": one line above all readers' pages, which ends by itself.
CREATE TABLE "news_flash" (
    "id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "article_id" UUID,
    "url" TEXT,
    "live_from" TIMESTAMPTZ(3) NOT NULL,
    "live_until" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "news_flash_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "news_flash_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "news_flash_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "news_flash_span" CHECK ("live_until" > "live_from"),
    CONSTRAINT "news_flash_one_link" CHECK ("article_id" IS NULL OR "url" IS NULL),
    CONSTRAINT "news_flash_one_at_a_time" EXCLUDE USING gist (tstzrange("live_from", "live_until") WITH &&)
);
CREATE INDEX "news_flash_live_until_idx" ON "news_flash"("live_until");
CREATE INDEX "news_flash_article_id_idx" ON "news_flash"("article_id");
CREATE INDEX "news_flash_created_by_id_idx" ON "news_flash"("created_by_id");
