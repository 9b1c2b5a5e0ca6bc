import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import type { WorkflowFile } from '#domain/definition/schema/workflow.ts';
import { tryWorkflowId } from '#domain/tries/try-workflow-id.ts';
import { isRunFinished } from '#domain/run/status.ts';
import { Refusal } from '#server/refusal.ts';
import type { Store } from '#server/store/store.ts';
import type { TryInput } from '#server/store/try-row.ts';
import { beginTry } from '../turn/begin-try.ts';
import type { Decider } from '../turn/decider.ts';
import type { RunCreator } from './create-run.ts';

export interface TryRequest {
  workflowId: string;
  task: string;
  /** The task alone, with stand-ins for those before it (`deriveTry`). */
  draft: WorkflowFile;
  params?: JsonObject;
  /** Outputs of the stand-ins, by task. */
  given: Readonly<Record<string, Json>>;
  /** Where each came from, for people. */
  inputs: TryInput[];
  by: string | null;
}

export interface TryParts {
  store: Store;
  decider: Decider;
  creator: Pick<RunCreator, 'prepare'>;
  now(): number;
  command<T>(decide: () => T): Promise<T>;
}

/** Tries of single tasks of drafts. */
export class Tries {
  /** Tasks whose try is being begun: two at once would be two runs, of which one was nobody's. */
  private readonly beginning = new Set<string>();

  constructor(private readonly parts: TryParts) {}

  /**
   * Begins a try and answers when it is stored; it takes the place of the task's last one. Refuses with `try.running` (409)
   * while that goes on, `workflow.invalid` (422) for a task with errors, `params.invalid` (422).
   */
  async create(request: TryRequest): Promise<{ runId: string }> {
    const { workflowId, task } = request;
    const key = `${workflowId}\n${task}`;
    if (this.beginning.has(key)) throw running();
    this.beginning.add(key);
    try {
      return await this.begin(request);
    } finally {
      this.beginning.delete(key);
    }
  }

  private async begin({ workflowId, task, draft, params, given, inputs, by }: TryRequest): Promise<{ runId: string }> {
    const { store, decider, creator, now, command } = this.parts;
    const last = await store.tries.get(workflowId, task);
    const before = last && (await store.runs.get(last.runId));
    if (before && !isRunFinished(before.status)) throw running();
    const at = now();
    const { run, beginning } = await creator.prepare(
      { workflowId: tryWorkflowId(workflowId), runType: 'try', draft, ...(params ? { params } : {}), by },
      at,
    );
    const runId = run.facts.id;
    // First its name, then itself: a sweep in between must not take it for one that is left over.
    await store.tries.put({ workflowId, task, runId, inputs, createdAt: at });
    await command(() => beginTry(decider, run, task, new Map(Object.entries(given)), beginning));
    return { runId };
  }
}

const running = (): Refusal =>
  new Refusal('try.running', 'A try of this task is under way. Wait for its end, or cancel it first.', 409);
