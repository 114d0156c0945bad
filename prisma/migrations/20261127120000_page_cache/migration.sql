-- What readers see changed: told by NOTIFY, and kept for a day for processes that were cut off (docs/decisions/0018).
CREATE TABLE "cache_change" (
    "id" BIGINT GENERATED ALWAYS AS IDENTITY NOT NULL,
    -- the transaction: numbers of rows are not given out in the order of commits
    "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "tags" TEXT[] NOT NULL,
    "forget" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "cache_change_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "cache_change_xid_idx" ON "cache_change"("xid");
CREATE INDEX "cache_change_at_idx" ON "cache_change"("at");

-- Processes that serve readers.
CREATE TABLE "server_process" (
    "id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "server_process_pkey" PRIMARY KEY ("id")
);

-- A process has let go of what is gone for readers.
CREATE TABLE "cache_confirmation" (
    "change_id" BIGINT NOT NULL,
    "process_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "cache_confirmation_pkey" PRIMARY KEY ("change_id", "process_id"),
    CONSTRAINT "cache_confirmation_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "cache_change"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "cache_confirmation_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "server_process"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- What readers asked for most, to be ready for them after a start.
CREATE TABLE "hot_page" (
    "key" TEXT NOT NULL,
    "hits" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "hot_page_pkey" PRIMARY KEY ("key")
);
