-- What the link checker knows of addresses outside the site. Whether one is broken is worked out from the row.
CREATE TABLE "link_health" (
    "target_id" UUID NOT NULL,
    "checked_at" TIMESTAMPTZ(3),
    "next_check_at" TIMESTAMPTZ(3),
    "status" INTEGER,
    "problem" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "first_failed_at" TIMESTAMPTZ(3),
    "redirected_to" TEXT,

    CONSTRAINT "link_health_pkey" PRIMARY KEY ("target_id"),
    CONSTRAINT "link_health_failures" CHECK ("failures" >= 0 AND ("failures" = 0) = ("first_failed_at" IS NULL)),
    CONSTRAINT "link_health_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "link_target"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "link_health_next_check_at_idx" ON "link_health"("next_check_at");
-- the links desk asks for the broken ones
CREATE INDEX "link_health_broken_idx" ON "link_health"("target_id") WHERE "failures" >= 2;

-- Politeness towards a host, shared by all processes.
CREATE TABLE "link_host" (
    "host" TEXT NOT NULL,
    "next_request_at" TIMESTAMPTZ(3) NOT NULL,
    "robots" TEXT,
    "robots_until" TIMESTAMPTZ(3),

    CONSTRAINT "link_host_pkey" PRIMARY KEY ("host")
);
