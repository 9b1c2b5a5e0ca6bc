-- CreateTable
CREATE TABLE "alert" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "workflowId" TEXT NOT NULL,
    "runId" TEXT,
    "event" TEXT NOT NULL,
    "connection" TEXT NOT NULL,
    "to" TEXT,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "tries" INTEGER NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "nextAt" BIGINT NOT NULL,
    "sentAt" BIGINT,
    "error" TEXT
);

-- CreateIndex
CREATE INDEX "alert_status_nextAt_idx" ON "alert"("status", "nextAt");

-- CreateIndex
CREATE INDEX "alert_createdAt_id_idx" ON "alert"("createdAt", "id");

-- CreateIndex
CREATE INDEX "alert_runId_idx" ON "alert"("runId");
