-- CreateTable
CREATE TABLE "run_act" (
    "runId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "run_act_pkey" PRIMARY KEY ("runId","key")
);
