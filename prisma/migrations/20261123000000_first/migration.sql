-- CreateEnum
CREATE TYPE "Role" AS ENUM ('writer', 'editor', 'admin');

-- CreateEnum
CREATE TYPE "Locale" AS ENUM ('sv', 'en');

-- CreateEnum
CREATE TYPE "TagKind" AS ENUM ('topic', 'section');

-- CreateEnum
CREATE TYPE "TargetKind" AS ENUM ('article', 'url', 'title');

-- CreateEnum
CREATE TYPE "LinkPlace" AS ENUM ('block', 'text');

-- CreateEnum
CREATE TYPE "Ruling" AS ENUM ('keep', 'dismiss');

-- CreateEnum
CREATE TYPE "Label" AS ENUM ('nyhet', 'analys', 'ledare', 'kronika', 'debatt', 'annons');

-- CreateTable
CREATE TABLE "worker_heartbeat" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_heartbeat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_row" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_row_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "settings" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "site_name" TEXT NOT NULL DEFAULT 'Spalt',
    "tagline" TEXT NOT NULL DEFAULT '',
    "time_zone" TEXT NOT NULL DEFAULT 'Europe/Stockholm',
    "is_demo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credential" (
    "user_id" UUID NOT NULL,
    "password_hash" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "one_time_link" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "locale" "Locale" NOT NULL DEFAULT 'sv',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deactivated_at" TIMESTAMPTZ(3),

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "byline" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "byline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tag" (
    "id" UUID NOT NULL,
    "kind" "TagKind" NOT NULL,
    "name" TEXT NOT NULL,
    "normalized_name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "merged_into_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tag_address" (
    "kind" "TagKind" NOT NULL,
    "slug" TEXT NOT NULL,
    "tag_id" UUID NOT NULL,

    CONSTRAINT "tag_address_pkey" PRIMARY KEY ("kind","slug")
);

-- CreateTable
CREATE TABLE "link_target" (
    "id" UUID NOT NULL,
    "kind" "TargetKind" NOT NULL,
    "article_id" UUID,
    "url" TEXT,
    "title" TEXT,
    "url_key" TEXT,
    "weak_url_key" TEXT,
    "title_key" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "link_target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "link_use" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "revision_id" UUID,
    "position" INTEGER NOT NULL,
    "place" "LinkPlace" NOT NULL,
    "target_id" UUID NOT NULL,
    "title" TEXT,

    CONSTRAINT "link_use_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "link_ruling" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "key_a" TEXT NOT NULL,
    "key_b" TEXT NOT NULL,
    "ruling" "Ruling" NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "link_ruling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "headline" TEXT NOT NULL DEFAULT '',
    "short_headline" TEXT NOT NULL DEFAULT '',
    "standfirst" TEXT NOT NULL DEFAULT '',
    "slug" TEXT,
    "slug_chosen" BOOLEAN NOT NULL DEFAULT false,
    "section_id" UUID,
    "label" "Label" NOT NULL DEFAULT 'nyhet',
    "body" JSONB NOT NULL,
    "search_title" TEXT NOT NULL DEFAULT '',
    "search_description" TEXT NOT NULL DEFAULT '',
    "share_text" TEXT NOT NULL DEFAULT '',
    "noindex" BOOLEAN NOT NULL DEFAULT false,
    "dateline" TEXT,
    "title_key" TEXT NOT NULL DEFAULT '',
    "plain_text" TEXT NOT NULL DEFAULT '',
    "embargo_until" TIMESTAMPTZ(3),
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by_id" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "trashed_at" TIMESTAMPTZ(3),

    CONSTRAINT "article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_tag" (
    "article_id" UUID NOT NULL,
    "tag_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "article_tag_pkey" PRIMARY KEY ("article_id","tag_id")
);

-- CreateTable
CREATE TABLE "article_byline" (
    "article_id" UUID NOT NULL,
    "byline_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "article_byline_pkey" PRIMARY KEY ("article_id","byline_id")
);

-- CreateTable
CREATE TABLE "article_address" (
    "slug" TEXT NOT NULL,
    "article_id" UUID NOT NULL,

    CONSTRAINT "article_address_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "revision" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "headline" TEXT NOT NULL,
    "short_headline" TEXT NOT NULL,
    "standfirst" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "section_id" UUID NOT NULL,
    "label" "Label" NOT NULL,
    "body" JSONB NOT NULL,
    "search_title" TEXT NOT NULL,
    "search_description" TEXT NOT NULL,
    "share_text" TEXT NOT NULL,
    "noindex" BOOLEAN NOT NULL,
    "dateline" TEXT,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision_tag" (
    "revision_id" UUID NOT NULL,
    "tag_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "revision_tag_pkey" PRIMARY KEY ("revision_id","tag_id")
);

-- CreateTable
CREATE TABLE "revision_byline" (
    "revision_id" UUID NOT NULL,
    "byline_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "revision_byline_pkey" PRIMARY KEY ("revision_id","byline_id")
);

-- CreateTable
CREATE TABLE "publication" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "live_from" TIMESTAMPTZ(3) NOT NULL,
    "live_until" TIMESTAMPTZ(3),
    "listed_at" TIMESTAMPTZ(3) NOT NULL,
    "zone" TEXT,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "publication_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_row_at_id_idx" ON "audit_row"("at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_row_subject_kind_subject_id_at_idx" ON "audit_row"("subject_kind", "subject_id", "at" DESC);

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_link_token_hash_key" ON "one_time_link"("token_hash");

-- CreateIndex
CREATE INDEX "one_time_link_user_id_idx" ON "one_time_link"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "byline_slug_key" ON "byline"("slug");

-- CreateIndex
CREATE INDEX "byline_user_id_idx" ON "byline"("user_id");

-- CreateIndex
CREATE INDEX "tag_merged_into_id_idx" ON "tag"("merged_into_id");

-- CreateIndex
CREATE INDEX "tag_address_tag_id_idx" ON "tag_address"("tag_id");

-- CreateIndex
CREATE INDEX "link_target_url_key_idx" ON "link_target" USING HASH ("url_key");

-- CreateIndex
CREATE INDEX "link_target_weak_url_key_idx" ON "link_target" USING HASH ("weak_url_key");

-- CreateIndex
CREATE INDEX "link_target_title_key_idx" ON "link_target" USING HASH ("title_key");

-- CreateIndex
CREATE INDEX "link_use_target_id_article_id_idx" ON "link_use"("target_id", "article_id");

-- CreateIndex
CREATE INDEX "link_use_article_id_revision_id_position_idx" ON "link_use"("article_id", "revision_id", "position");

-- CreateIndex
CREATE INDEX "link_use_revision_id_idx" ON "link_use"("revision_id");

-- CreateIndex
CREATE INDEX "link_ruling_article_id_idx" ON "link_ruling"("article_id");

-- CreateIndex
CREATE INDEX "article_changed_at_id_idx" ON "article"("changed_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "article_title_key_idx" ON "article" USING HASH ("title_key");

-- CreateIndex
CREATE INDEX "article_created_by_id_idx" ON "article"("created_by_id");

-- CreateIndex
CREATE INDEX "article_section_id_idx" ON "article"("section_id");

-- CreateIndex
CREATE INDEX "article_tag_tag_id_idx" ON "article_tag"("tag_id");

-- CreateIndex
CREATE INDEX "article_byline_byline_id_idx" ON "article_byline"("byline_id");

-- CreateIndex
CREATE INDEX "article_address_article_id_idx" ON "article_address"("article_id");

-- CreateIndex
CREATE INDEX "revision_article_id_idx" ON "revision"("article_id");

-- CreateIndex
CREATE INDEX "revision_section_id_idx" ON "revision"("section_id");

-- CreateIndex
CREATE INDEX "revision_slug_idx" ON "revision"("slug");

-- CreateIndex
CREATE INDEX "revision_tag_tag_id_idx" ON "revision_tag"("tag_id");

-- CreateIndex
CREATE INDEX "revision_byline_byline_id_idx" ON "revision_byline"("byline_id");

-- CreateIndex
CREATE INDEX "publication_article_id_live_from_idx" ON "publication"("article_id", "live_from");

-- CreateIndex
CREATE INDEX "publication_revision_id_idx" ON "publication"("revision_id");

-- CreateIndex
CREATE INDEX "publication_listed_at_article_id_idx" ON "publication"("listed_at" DESC, "article_id" DESC);

-- CreateIndex
CREATE INDEX "publication_live_from_idx" ON "publication"("live_from");

-- AddForeignKey
ALTER TABLE "audit_row" ADD CONSTRAINT "audit_row_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_link" ADD CONSTRAINT "one_time_link_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "byline" ADD CONSTRAINT "byline_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tag" ADD CONSTRAINT "tag_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "tag"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tag_address" ADD CONSTRAINT "tag_address_tag_id_fkey" FOREIGN KEY ("tag_id") REFERENCES "tag"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link_target" ADD CONSTRAINT "link_target_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link_use" ADD CONSTRAINT "link_use_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link_use" ADD CONSTRAINT "link_use_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link_use" ADD CONSTRAINT "link_use_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "link_target"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link_ruling" ADD CONSTRAINT "link_ruling_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link_ruling" ADD CONSTRAINT "link_ruling_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "tag"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_tag" ADD CONSTRAINT "article_tag_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_tag" ADD CONSTRAINT "article_tag_tag_id_fkey" FOREIGN KEY ("tag_id") REFERENCES "tag"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_byline" ADD CONSTRAINT "article_byline_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_byline" ADD CONSTRAINT "article_byline_byline_id_fkey" FOREIGN KEY ("byline_id") REFERENCES "byline"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_address" ADD CONSTRAINT "article_address_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "tag"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_tag" ADD CONSTRAINT "revision_tag_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_tag" ADD CONSTRAINT "revision_tag_tag_id_fkey" FOREIGN KEY ("tag_id") REFERENCES "tag"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_byline" ADD CONSTRAINT "revision_byline_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_byline" ADD CONSTRAINT "revision_byline_byline_id_fkey" FOREIGN KEY ("byline_id") REFERENCES "byline"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What Prisma cannot say.

CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Promise 1: one article has one state at any instant.
ALTER TABLE "publication"
  ADD CONSTRAINT "publication_not_empty" CHECK ("live_until" IS NULL OR "live_from" < "live_until"),
  ADD CONSTRAINT "publication_no_overlap" EXCLUDE USING gist ("article_id" WITH =, tstzrange("live_from", "live_until") WITH &&);

-- Promise 2: a revision never changes, and the audit log is only appended to.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows are immutable', TG_TABLE_NAME;
END $$;
CREATE TRIGGER revision_immutable BEFORE UPDATE ON "revision" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_row_immutable BEFORE UPDATE OR DELETE ON "audit_row" FOR EACH ROW EXECUTE FUNCTION refuse_change();

ALTER TABLE "user" ADD CONSTRAINT "user_email_lower" CHECK ("email" = lower("email"));

-- A merged tag keeps its name without holding it.
CREATE UNIQUE INDEX "tag_name_key" ON "tag" ("kind", "normalized_name") WHERE "merged_into_id" IS NULL;
ALTER TABLE "tag" ADD CONSTRAINT "tag_not_into_itself" CHECK ("merged_into_id" <> "id");

-- One target row for each thing that a link can name, exactly as given.
CREATE UNIQUE INDEX "link_target_article_key" ON "link_target" ("article_id") WHERE "kind" = 'article';
CREATE UNIQUE INDEX "link_target_url_key" ON "link_target" (md5("url")) WHERE "kind" = 'url';
CREATE UNIQUE INDEX "link_target_title_key" ON "link_target" (md5("title")) WHERE "kind" = 'title';
ALTER TABLE "link_target" ADD CONSTRAINT "link_target_names_one" CHECK (
  CASE "kind" WHEN 'article' THEN "article_id" IS NOT NULL WHEN 'url' THEN "url" IS NOT NULL ELSE "title" IS NOT NULL END);

CREATE UNIQUE INDEX "link_ruling_pair_key" ON "link_ruling" ("article_id", md5("key_a"), md5("key_b"));

-- The desk's search: words anywhere in headline and text.
CREATE INDEX "article_headline_trgm" ON "article" USING gin (lower("headline") gin_trgm_ops);
CREATE INDEX "article_text_search" ON "article" USING gin (to_tsvector('swedish', "plain_text"));

INSERT INTO "settings" ("id") VALUES (1);
