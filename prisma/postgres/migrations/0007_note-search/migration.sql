-- AlterTable
ALTER TABLE "run_note" ADD COLUMN "runCreatedAt" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "run_note" ADD COLUMN "folded" TEXT NOT NULL DEFAULT '';

-- What stands already is found too.
UPDATE "run_note" SET
  "runCreatedAt" = COALESCE((SELECT r."createdAt" FROM "run" r WHERE r."id" = "run_note"."runId"), 0),
  "folded" = lower("text");

-- CreateIndex
CREATE INDEX "run_note_runCreatedAt_runId_idx" ON "run_note"("runCreatedAt", "runId");
