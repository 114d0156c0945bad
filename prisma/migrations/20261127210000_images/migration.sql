-- Images: files that were uploaded, and where they are shown (docs/decisions/0026).
CREATE TABLE "image" (
  "id" UUID NOT NULL,
  "hash" TEXT NOT NULL,
  "format" TEXT NOT NULL CHECK ("format" IN ('jpeg', 'png', 'webp', 'avif')),
  "bytes" INTEGER NOT NULL,
  "width" INTEGER NOT NULL CHECK ("width" > 0),
  "height" INTEGER NOT NULL CHECK ("height" > 0),
  "name" TEXT NOT NULL,
  "alt" TEXT NOT NULL DEFAULT '',
  "caption" TEXT NOT NULL DEFAULT '',
  "credit" TEXT NOT NULL DEFAULT '',
  "focus_x" INTEGER NOT NULL DEFAULT 50 CHECK ("focus_x" BETWEEN 0 AND 100),
  "focus_y" INTEGER NOT NULL DEFAULT 50 CHECK ("focus_y" BETWEEN 0 AND 100),
  "version" INTEGER NOT NULL DEFAULT 1,
  "words" tsvector GENERATED ALWAYS AS (to_tsvector('swedish', "alt" || ' ' || "caption" || ' ' || "credit" || ' ' || translate("name", '._-', '   '))) STORED,
  "created_by_id" UUID NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "image_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "image_hash_key" ON "image" ("hash");
CREATE INDEX "image_created_by_id_idx" ON "image" ("created_by_id");
CREATE INDEX "image_words" ON "image" USING gin ("words");
ALTER TABLE "image" ADD CONSTRAINT "image_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "image_use" (
  "id" UUID NOT NULL,
  "image_id" UUID NOT NULL,
  "article_id" UUID NOT NULL,
  "revision_id" UUID,
  CONSTRAINT "image_use_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "image_use_image_id_article_id_idx" ON "image_use" ("image_id", "article_id");
CREATE INDEX "image_use_article_id_revision_id_idx" ON "image_use" ("article_id", "revision_id");
CREATE INDEX "image_use_revision_id_idx" ON "image_use" ("revision_id");
ALTER TABLE "image_use" ADD CONSTRAINT "image_use_image_id_fkey" FOREIGN KEY ("image_id") REFERENCES "image" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "image_use" ADD CONSTRAINT "image_use_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "image_use" ADD CONSTRAINT "image_use_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "article" ADD COLUMN "lead_image" JSONB;
ALTER TABLE "revision" ADD COLUMN "lead_image" JSONB;
