-- CreateTable
CREATE TABLE "workflow" (
    "project" TEXT NOT NULL DEFAULT '',
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "tags" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER,
    "createdAt" BIGINT NOT NULL,
    "updatedAt" BIGINT NOT NULL,
    "deletedAt" BIGINT,
    "createdBy" TEXT,

    PRIMARY KEY ("project", "id")
);

-- CreateTable
CREATE TABLE "draft" (
    "workflowId" TEXT NOT NULL PRIMARY KEY,
    "revision" INTEGER NOT NULL,
    "definition" TEXT NOT NULL,
    "baseVersion" INTEGER,
    "savedAt" BIGINT NOT NULL,
    "savedBy" TEXT
);

-- CreateTable
CREATE TABLE "version" (
    "workflowId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "definition" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "publishedAt" BIGINT NOT NULL,
    "publishedBy" TEXT,

    PRIMARY KEY ("workflowId", "version")
);

-- CreateTable
CREATE TABLE "run" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" INTEGER NOT NULL,
    "workflowId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "draft" TEXT,
    "runType" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "paused" BOOLEAN NOT NULL,
    "reason" TEXT,
    "logicalTime" BIGINT NOT NULL,
    "params" TEXT NOT NULL,
    "triggerId" TEXT,
    "createdBy" TEXT,
    "createdAt" BIGINT NOT NULL,
    "startedAt" BIGINT,
    "endedAt" BIGINT,
    "seq" INTEGER NOT NULL,
    "idempotencyKey" TEXT
);

-- CreateTable. By hand: the key is the table, so a status change writes one place and not two.
CREATE TABLE "task_run" (
    "runId" TEXT NOT NULL,
    "task" TEXT NOT NULL,
    "mapIndex" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL,
    "startedAt" BIGINT,
    "endedAt" BIGINT,
    "reason" TEXT,

    PRIMARY KEY ("runId", "task", "mapIndex")
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "attempt" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "runId" TEXT NOT NULL,
    "task" TEXT NOT NULL,
    "mapIndex" INTEGER NOT NULL,
    "attempt" INTEGER NOT NULL,
    "token" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "infra" BOOLEAN NOT NULL,
    "pid" INTEGER,
    "pidStart" TEXT,
    "bootId" TEXT,
    "queuedAt" BIGINT NOT NULL,
    "startedAt" BIGINT,
    "endedAt" BIGINT,
    "exitCode" INTEGER,
    "errorCode" TEXT,
    "error" TEXT,
    "config" TEXT,
    "output" TEXT
);

-- CreateTable
CREATE TABLE "event_batch" (
    "runId" TEXT NOT NULL,
    "firstSeq" INTEGER NOT NULL,
    "lastSeq" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,
    "events" TEXT NOT NULL,

    PRIMARY KEY ("runId", "firstSeq")
);

-- CreateTable
CREATE TABLE "snapshot" (
    "runId" TEXT NOT NULL PRIMARY KEY,
    "seq" INTEGER NOT NULL,
    "machine" INTEGER NOT NULL,
    "state" BLOB NOT NULL
);

-- CreateTable
CREATE TABLE "log_chunk" (
    "attemptId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "stream" TEXT NOT NULL,
    "offset" BIGINT NOT NULL,
    "at" BIGINT NOT NULL,
    "text" TEXT NOT NULL,
    "omitted" BIGINT NOT NULL,

    PRIMARY KEY ("attemptId", "seq")
);

-- CreateTable
CREATE TABLE "artifact" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "runId" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "type" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "occurrence" (
    "workflowId" TEXT NOT NULL,
    "triggerId" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT,
    "runId" TEXT,
    "decidedAt" BIGINT NOT NULL,

    PRIMARY KEY ("workflowId", "triggerId", "at")
);

-- CreateTable
CREATE TABLE "trigger_state" (
    "workflowId" TEXT NOT NULL,
    "triggerId" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL,
    "decidedThrough" BIGINT NOT NULL,

    PRIMARY KEY ("workflowId", "triggerId")
);

-- CreateTable
CREATE TABLE "pool" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "slots" INTEGER NOT NULL,
    "description" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" TEXT NOT NULL DEFAULT 'viewer',
    "timezone" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "expiresAt" DATETIME NOT NULL,
    "token" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "userId" TEXT NOT NULL,
    CONSTRAINT "session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" DATETIME,
    "refreshTokenExpiresAt" DATETIME,
    "scope" TEXT,
    "password" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "workflow_id_key" ON "workflow"("id");

-- CreateIndex
CREATE INDEX "run_workflowId_createdAt_id_idx" ON "run"("workflowId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "run_workflowId_status_createdAt_id_idx" ON "run"("workflowId", "status", "createdAt", "id");

-- CreateIndex
CREATE INDEX "run_createdAt_id_idx" ON "run"("createdAt", "id");

-- CreateIndex
CREATE INDEX "run_status_createdAt_id_idx" ON "run"("status", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "run_workflowId_number_key" ON "run"("workflowId", "number");

-- CreateIndex
CREATE INDEX "attempt_runId_task_mapIndex_attempt_idx" ON "attempt"("runId", "task", "mapIndex", "attempt");

-- CreateIndex
CREATE INDEX "artifact_runId_idx" ON "artifact"("runId");

-- CreateIndex
CREATE INDEX "occurrence_workflowId_at_idx" ON "occurrence"("workflowId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_userId_idx" ON "session"("userId");

-- CreateIndex
CREATE INDEX "account_userId_idx" ON "account"("userId");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- By hand: the model language knows no index over a part of a table. These two hold only the few open attempts and the
-- runs that came with a key, and cost next to nothing for all others (IN instead of OR would double the cost of a write).
CREATE INDEX "attempt_open_idx" ON "attempt"("status") WHERE "status" = 'queued' OR "status" = 'running' OR "status" = 'parked';
CREATE UNIQUE INDEX "run_idempotency_key" ON "run"("workflowId", "idempotencyKey") WHERE "idempotencyKey" IS NOT NULL;
