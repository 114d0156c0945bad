-- A killed article is gone for readers until the kill is lifted; why is in the audit log only.
ALTER TABLE "article"
  ADD COLUMN "killed_at" TIMESTAMPTZ(3),
  ADD COLUMN "killed_by_id" UUID,
  ADD COLUMN "kill_line" TEXT NOT NULL DEFAULT '';
ALTER TABLE "article"
  ADD CONSTRAINT "article_killed_by_id_fkey" FOREIGN KEY ("killed_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  ADD CONSTRAINT "article_killed_by_someone" CHECK (("killed_at" IS NULL) = ("killed_by_id" IS NULL) AND ("killed_at" IS NOT NULL OR "kill_line" = ''));
