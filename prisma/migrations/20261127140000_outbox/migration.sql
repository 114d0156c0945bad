-- What has to happen elsewhere because of what readers see now, or will: written in the transaction of the change, done by the worker, at least once.
CREATE TABLE "outbox" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "handed_at" TIMESTAMPTZ(3),
    "tries" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "outbox_key_key" ON "outbox"("key");
-- what waits, and what is not done
CREATE INDEX "outbox_waiting" ON "outbox"("due_at") WHERE "handed_at" IS NULL AND "done_at" IS NULL;
CREATE INDEX "outbox_open" ON "outbox"("due_at") WHERE "done_at" IS NULL;
