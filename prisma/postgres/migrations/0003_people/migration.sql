-- CreateTable
CREATE TABLE "approval" (
    "attemptId" TEXT NOT NULL,
    "runId" TEXT NOT NULL,
    "workflowId" TEXT NOT NULL,
    "task" TEXT NOT NULL,
    "mapIndex" INTEGER NOT NULL,
    "attempt" INTEGER NOT NULL,
    "message" TEXT NOT NULL,
    "form" TEXT,
    "audience" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "askedAt" BIGINT NOT NULL,
    "dueAt" BIGINT,
    "answeredAt" BIGINT,
    "answeredBy" TEXT,
    "comment" TEXT,
    "answers" TEXT,

    CONSTRAINT "approval_pkey" PRIMARY KEY ("attemptId")
);

-- CreateTable
CREATE TABLE "child_run" (
    "runId" TEXT NOT NULL,
    "parentRunId" TEXT NOT NULL,
    "task" TEXT NOT NULL,
    "mapIndex" INTEGER NOT NULL,
    "attempt" INTEGER NOT NULL,
    "depth" INTEGER NOT NULL,

    CONSTRAINT "child_run_pkey" PRIMARY KEY ("runId")
);

-- CreateTable
CREATE TABLE "run_note" (
    "id" TEXT NOT NULL,
    "runId" TEXT NOT NULL,
    "task" TEXT,
    "mapIndex" INTEGER,
    "text" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "createdBy" TEXT,
    "updatedAt" BIGINT NOT NULL,
    "revision" INTEGER NOT NULL,

    CONSTRAINT "run_note_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "approval_runId_idx" ON "approval"("runId");

-- CreateIndex
CREATE INDEX "approval_status_askedAt_attemptId_idx" ON "approval"("status", "askedAt", "attemptId");

-- CreateIndex
CREATE INDEX "approval_askedAt_attemptId_idx" ON "approval"("askedAt", "attemptId");

-- CreateIndex
CREATE UNIQUE INDEX "child_run_parentRunId_task_mapIndex_attempt_key" ON "child_run"("parentRunId", "task", "mapIndex", "attempt");

-- CreateIndex
CREATE INDEX "run_note_runId_createdAt_id_idx" ON "run_note"("runId", "createdAt", "id");
