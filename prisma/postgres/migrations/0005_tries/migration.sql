-- CreateTable
CREATE TABLE "pin" (
    "workflowId" TEXT NOT NULL,
    "task" TEXT NOT NULL,
    "output" TEXT NOT NULL,
    "pinnedAt" BIGINT NOT NULL,
    "pinnedBy" TEXT,

    CONSTRAINT "pin_pkey" PRIMARY KEY ("workflowId","task")
);

-- CreateTable
CREATE TABLE "try" (
    "workflowId" TEXT NOT NULL,
    "task" TEXT NOT NULL,
    "runId" TEXT NOT NULL,
    "inputs" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,

    CONSTRAINT "try_pkey" PRIMARY KEY ("workflowId","task")
);
