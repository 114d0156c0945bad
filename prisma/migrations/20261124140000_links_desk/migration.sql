-- The links desk: what was changed on it, so that it can be undone; readers' clicks by day; markers by which its filters are read.
CREATE TABLE "link_change" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "from_id" UUID NOT NULL,
    "into_id" UUID NOT NULL,
    "previous" JSONB NOT NULL,
    "effect" JSONB NOT NULL,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_id" UUID,

    CONSTRAINT "link_change_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "link_change_kind" CHECK ("kind" IN ('merge', 'replace', 'resolve')),
    CONSTRAINT "link_change_undone" CHECK (("undone_at" IS NULL) = ("undone_by_id" IS NULL)),
    CONSTRAINT "link_change_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "link_change_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "link_change_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "link_target"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "link_change_into_id_fkey" FOREIGN KEY ("into_id") REFERENCES "link_target"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "link_change_at_id_idx" ON "link_change"("at" DESC, "id" DESC);
CREATE INDEX "link_change_from_id_idx" ON "link_change"("from_id");
CREATE INDEX "link_change_into_id_idx" ON "link_change"("into_id");

-- A number a day and target: nothing is kept of who clicked.
CREATE TABLE "link_click" (
    "target_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "link_click_pkey" PRIMARY KEY ("target_id", "day"),
    CONSTRAINT "link_click_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "link_target"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

ALTER TABLE "settings"
  ADD COLUMN "overused_in" INTEGER NOT NULL DEFAULT 10,
  ADD COLUMN "overused_days" INTEGER NOT NULL DEFAULT 30,
  ADD CONSTRAINT "settings_overused" CHECK ("overused_in" > 0 AND "overused_days" BETWEEN 1 AND 365);

ALTER TABLE "link_target"
  ADD COLUMN "has_twin" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "titles_differ" BOOLEAN NOT NULL DEFAULT false;

-- min() and max() of a target's own words in drafts, by the index alone
CREATE INDEX "link_use_own_words" ON "link_use"("target_id", "title") WHERE "revision_id" IS NULL AND "title" IS NOT NULL;

UPDATE "link_target" t SET "has_twin" = true
FROM (SELECT "kind", coalesce("url_key", "title_key") AS key FROM "link_target" WHERE "kind" <> 'article' AND "merged_into_id" IS NULL AND coalesce("url_key", "title_key") <> '' GROUP BY 1, 2 HAVING count(*) > 1) twins
WHERE t."kind" = twins."kind" AND coalesce(t."url_key", t."title_key") = twins.key AND t."merged_into_id" IS NULL;
UPDATE "link_target" t SET "titles_differ" = true
FROM (SELECT coalesce(x."merged_into_id", x."id") AS id FROM "link_use" u JOIN "link_target" x ON x."id" = u."target_id"
  WHERE u."revision_id" IS NULL AND u."title" IS NOT NULL GROUP BY 1 HAVING min(u."title") <> max(u."title")) titled
WHERE t."id" = titled.id AND t."kind" = 'url';

-- The desk's orders, whole and by filter; a merged target is not in its list.
CREATE INDEX "link_target_by_use" ON "link_target" ((coalesce("last_used_at", "created_at")) DESC, "id" DESC) WHERE "merged_into_id" IS NULL;
CREATE INDEX "link_target_by_count" ON "link_target" ("use_count" DESC, "id" DESC) WHERE "merged_into_id" IS NULL;
CREATE INDEX "link_target_titles_by_use" ON "link_target" ((coalesce("last_used_at", "created_at")) DESC, "id" DESC) WHERE "merged_into_id" IS NULL AND "kind" = 'title';
CREATE INDEX "link_target_titles_by_count" ON "link_target" ("use_count" DESC, "id" DESC) WHERE "merged_into_id" IS NULL AND "kind" = 'title';
CREATE INDEX "link_target_doubled_by_use" ON "link_target" ((coalesce("last_used_at", "created_at")) DESC, "id" DESC) WHERE "merged_into_id" IS NULL AND ("has_twin" OR "titles_differ");
CREATE INDEX "link_target_doubled_by_count" ON "link_target" ("use_count" DESC, "id" DESC) WHERE "merged_into_id" IS NULL AND ("has_twin" OR "titles_differ");
CREATE INDEX "link_target_unused_by_use" ON "link_target" ((coalesce("last_used_at", "created_at")) DESC, "id" DESC) WHERE "merged_into_id" IS NULL AND "use_count" = 0;
-- The desk's search: words anywhere in a title or an address.
CREATE INDEX "link_target_words_trgm" ON "link_target" USING gin (lower(coalesce("title", "url")) gin_trgm_ops) WHERE "kind" <> 'article';
