-- CreateTable
CREATE TABLE "pin" (
    "workflowId" TEXT NOT NULL,
    "task" TEXT NOT NULL,
    "output" TEXT NOT NULL,
    "pinnedAt" BIGINT NOT NULL,
    "pinnedBy" TEXT,

    PRIMARY KEY ("workflowId", "task")
);

-- CreateTable
CREATE TABLE "try" (
    "workflowId" TEXT NOT NULL,
    "task" TEXT NOT NULL,
    "runId" TEXT NOT NULL,
    "inputs" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,

    PRIMARY KEY ("workflowId", "task")
);
