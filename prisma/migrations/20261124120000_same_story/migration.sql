-- AlterTable
ALTER TABLE "article" ADD COLUMN     "update_of_id" UUID;

-- CreateTable
CREATE TABLE "article_signature" (
    "article_id" UUID NOT NULL,
    "words_hash" TEXT NOT NULL,
    "bands" INTEGER[],

    CONSTRAINT "article_signature_pkey" PRIMARY KEY ("article_id")
);

-- CreateIndex
CREATE INDEX "article_update_of_id_idx" ON "article"("update_of_id");

-- CreateIndex
CREATE INDEX "article_signature_bands_idx" ON "article_signature" USING GIN ("bands");

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_update_of_id_fkey" FOREIGN KEY ("update_of_id") REFERENCES "article"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_signature" ADD CONSTRAINT "article_signature_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "article" ADD CONSTRAINT "article_no_update_of_itself" CHECK ("update_of_id" <> "id");
