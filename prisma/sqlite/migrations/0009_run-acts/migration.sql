-- CreateTable
CREATE TABLE "run_act" (
    "runId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "at" BIGINT NOT NULL,

    PRIMARY KEY ("runId", "key")
);
