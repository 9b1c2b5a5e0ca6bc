-- DropIndex
DROP INDEX "run_workflowId_status_createdAt_id_idx";

-- DropIndex
DROP INDEX "run_status_createdAt_id_idx";

-- CreateIndex
CREATE INDEX "run_workflowId_status_runType_createdAt_id_idx" ON "run"("workflowId", "status", "runType", "createdAt", "id");

-- CreateIndex
CREATE INDEX "run_status_runType_createdAt_id_idx" ON "run"("status", "runType", "createdAt", "id");

-- What a trigger began. Most runs of a person have none, and no index need know them.
CREATE INDEX "run_workflowId_triggerId_idx" ON "run"("workflowId", "triggerId", "status", "runType", "createdAt", "id") WHERE "triggerId" IS NOT NULL;
