-- CreateIndex
CREATE INDEX "run_workflowId_logicalTime_number_idx" ON "run"("workflowId", "logicalTime", "number");
