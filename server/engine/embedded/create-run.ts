import { parseWorkflow } from '#domain/definition/parse.ts';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { WorkflowFile } from '#domain/definition/schema/workflow.ts';
import { runView } from '#domain/run/read.ts';
import type { RunStatus, RunType } from '#domain/run/status.ts';
import { validate } from '#domain/validation/validate.ts';
import { CodedFailure } from '#operators/runner.ts';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import { Refusal } from '#server/refusal.ts';
import type { Store } from '#server/store/store.ts';
import type { ActiveRun, ParentAttempt } from '../turn/active-run.ts';
import { beginRun, type Beginning } from '../turn/begin-run.ts';
import { compileVersion, type CompiledVersion } from '../turn/compiled-version.ts';
import type { Decider } from '../turn/decider.ts';
import { tellLists } from '../turn/map-lists.ts';
import { newActiveRun } from '../turn/new-active-run.ts';
import type { Breakers } from './breakers.ts';
import { checkParams } from './check-params.ts';
import { newRunId } from './run-id.ts';
import type { RunNumbers } from './run-numbers.ts';
import type { VersionCache } from './version-cache.ts';

export interface RunRequest {
  workflowId: string;
  params?: JsonObject;
  logicalTime?: number;
  dataInterval?: { start: number; end: number };
  runType: RunType;
  triggerId?: string;
  /** The attempt that asks for a child run. */
  parent?: ParentAttempt;
  draft?: WorkflowFile;
  idempotencyKey?: string;
  /** It is the trial run of the workflow's open circuit breaker. */
  trial?: boolean;
  by: string | null;
}

export interface CreateRunParts {
  store: Store;
  decider: Decider;
  versions: VersionCache;
  numbers: RunNumbers;
  catalog: readonly Manifest[];
  breakers: Pick<Breakers, 'enterTrial' | 'withdraw'>;
  now(): number;
  command<T>(decide: () => T): Promise<T>;
}

/** A run made ready in memory; nothing of it is decided yet. */
export interface PreparedRun {
  run: ActiveRun;
  beginning: Beginning;
}

/** A run that was asked for: its number, and how it stands as it is stored. */
export interface CreatedRun {
  runId: string;
  number: number;
  status: RunStatus;
}

/** Starts runs that people and programs ask for. */
export class RunCreator {
  /** Requests with a key that are under way: the second one waits for the first. */
  private readonly underWay = new Map<string, Promise<CreatedRun>>();

  constructor(private readonly parts: CreateRunParts) {}

  /**
   * Answers when the run is stored. Refuses with `workflow.unknown` (404), `workflow.unpublished` (409), `workflow.invalid`
   * (422, a draft with errors), `params.invalid` (422), `run.concurrency` (409),
   * `breaker.not-open` (409, a trial without need). The same key gives the same run.
   */
  create(request: RunRequest): Promise<CreatedRun> {
    const { idempotencyKey: key, workflowId } = request;
    if (key === undefined) return this.make(request);
    const name = `${workflowId}\n${key}`;
    const running = this.underWay.get(name);
    if (running) return running;
    const made = this.find(workflowId, key)
      .then((found) => found ?? this.make(request))
      .finally(() => this.underWay.delete(name));
    this.underWay.set(name, made);
    return made;
  }

  /** Reads what the run needs, so that the turn itself waits for nothing. */
  async prepare(request: RunRequest, at: number): Promise<PreparedRun> {
    const { version, compiled } = request.draft ? this.draft(request.draft) : await this.published(request.workflowId);
    const params = checkParams(compiled.workflow.params, request.params ?? {});
    const logicalTime = request.logicalTime ?? at;
    const interval = request.dataInterval ?? { start: logicalTime, end: logicalTime };
    const run = newActiveRun(
      {
        id: newRunId(at),
        number: await this.parts.numbers.take(request.workflowId),
        workflowId: request.workflowId,
        version,
        runType: request.runType,
        logicalTime,
        dataIntervalStart: interval.start,
        dataIntervalEnd: interval.end,
        params,
        triggerId: request.triggerId ?? null,
        createdBy: request.by,
        createdAt: at,
        ...(request.draft ? { draft: request.draft } : {}),
        ...(request.parent ? { parent: request.parent } : {}),
        ...(request.idempotencyKey === undefined ? {} : { idempotencyKey: request.idempotencyKey }),
      },
      compiled,
    );
    return { run, beginning: await this.lists(run) };
  }

  private async make(request: RunRequest): Promise<CreatedRun> {
    const { run, beginning } = await this.prepare(request, this.parts.now());
    const { breakers, command, decider } = this.parts;
    await command(() => {
      if (request.trial) breakers.enterTrial(run);
      const reason = beginRun(decider, run, beginning);
      if (reason) {
        if (request.trial) breakers.withdraw(run);
        throw new Refusal(reason.code, reason.message, 409);
      }
    });
    return created(run);
  }

  private async find(workflowId: string, key: string): Promise<CreatedRun | null> {
    // Decided, but not stored yet: whoever asked first was answered with 503 meanwhile. What is gone from memory is stored.
    for (const run of this.parts.decider.runs.values())
      if (run.isNew && run.facts.idempotencyKey === key && run.facts.workflowId === workflowId) {
        await this.parts.command(() => undefined);
        return created(run);
      }
    const row = await this.parts.store.runs.byIdempotencyKey(workflowId, key);
    return row && { runId: row.id, number: row.number, status: row.status };
  }

  private draft(draft: WorkflowFile): { version: number; compiled: CompiledVersion } {
    const parsed = parseWorkflow(draft);
    const problems = parsed.ok ? validate(parsed.workflow, [...this.parts.catalog]) : parsed.problems;
    const errors = problems.filter((problem) => problem.level === 'error');
    if (!parsed.ok || errors.length > 0)
      throw new Refusal('workflow.invalid', `The draft has errors: ${errors[0]?.message ?? ''}`, 422, { problems });
    return { version: 0, compiled: compileVersion(parsed.workflow) };
  }

  /** The newest version, ready to run. Refuses with `workflow.unknown` or `workflow.unpublished`. */
  async published(workflowId: string): Promise<{ version: number; compiled: CompiledVersion }> {
    const newest = await this.parts.versions.newest(workflowId);
    if (newest) return newest;
    if (!(await this.parts.store.workflows.get(workflowId)))
      throw new Refusal('workflow.unknown', `There is no workflow ${workflowId}.`, 404);
    throw new Refusal('workflow.unpublished', 'The workflow has no version yet. Publish it, or run its draft.', 409);
  }

  /** Lists that hang on params alone. */
  private async lists(run: ActiveRun): Promise<Beginning> {
    if (run.compiled.plan.scopes.length === 0) return {};
    try {
      return { lists: await tellLists(run, null, () => Promise.resolve(undefined)) };
    } catch (error) {
      const code = error instanceof CodedFailure ? error.code : 'template';
      throw new Refusal(`params.${code}`, `The params give no list: ${(error as Error).message}`, 422);
    }
  }
}

function created({ facts, compiled, state }: ActiveRun): CreatedRun {
  return { runId: facts.id, number: facts.number, status: runView(compiled.plan, state).status };
}
