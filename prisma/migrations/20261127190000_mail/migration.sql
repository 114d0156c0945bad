-- Whoever writes wants to know what others do with it, until they say otherwise.
ALTER TABLE "user" ADD COLUMN "article_mail" BOOLEAN NOT NULL DEFAULT true;
