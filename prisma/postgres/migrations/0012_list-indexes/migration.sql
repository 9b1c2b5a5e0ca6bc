-- CreateIndex
CREATE INDEX "alert_status_createdAt_id_idx" ON "alert"("status", "createdAt", "id");

-- CreateIndex
CREATE INDEX "alert_workflowId_status_createdAt_id_idx" ON "alert"("workflowId", "status", "createdAt", "id");

-- CreateIndex
CREATE INDEX "approval_workflowId_status_askedAt_attemptId_idx" ON "approval"("workflowId", "status", "askedAt", "attemptId");

-- CreateIndex
CREATE INDEX "run_act_at_idx" ON "run_act"("at");
