-- A target that was merged, replaced or resolved leads to another; bodies go on naming it.
ALTER TABLE "link_target"
  ADD COLUMN "merged_into_id" UUID,
  ADD COLUMN "use_count" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "last_used_at" TIMESTAMPTZ(3);
CREATE INDEX "link_target_merged_into_id_idx" ON "link_target"("merged_into_id");
ALTER TABLE "link_target"
  ADD CONSTRAINT "link_target_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "link_target"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  ADD CONSTRAINT "link_target_not_into_itself" CHECK ("merged_into_id" <> "id");

UPDATE "link_target" t SET "use_count" = used.count, "last_used_at" = used.at
FROM (SELECT u.target_id, count(DISTINCT u.article_id)::int AS count, max(a.changed_at) AS at
  FROM link_use u JOIN article a ON a.id = u.article_id WHERE u.revision_id IS NULL AND a.trashed_at IS NULL GROUP BY 1) used
WHERE used.target_id = t.id;
