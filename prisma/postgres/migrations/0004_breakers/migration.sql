-- CreateTable
CREATE TABLE "breaker" (
    "workflowId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "since" BIGINT NOT NULL,
    "failures" INTEGER NOT NULL,
    "failedRuns" TEXT NOT NULL,
    "openings" INTEGER NOT NULL,
    "trialAt" BIGINT,
    "trialRun" TEXT,
    "history" TEXT NOT NULL,

    CONSTRAINT "breaker_pkey" PRIMARY KEY ("workflowId")
);
