import type { EngineCommands } from '#server/engine/commands.ts';
import { Refusal } from '#server/refusal.ts';
import type { Chance } from './chance.ts';
import type { Pages } from './pages.ts';
import { patiently } from './patiently.ts';

/** What the client asked for, and what it was told. */
export interface Asked {
  key: string;
  workflowId: string;
  /** Ids it was told for this key; more than one different is a violation. */
  runIds: Set<string>;
  cancelled: boolean;
}

/** It had ended, or an answer was lost and this is the second time. */
const over = new Set(['run.finished', 'run.cancelled', 'approval.already-answered', 'approval.closed']);
/** Of the requests for runs, those that go through the pages; the others go to the engine itself, which need not wait for them. */
const throughPages = 0.6;

/** A client that starts runs with idempotency keys, asks again when it heard nothing, cancels some of them and answers what it is asked. */
export class Client {
  readonly asked: Asked[] = [];
  /** Approvals whose answer was acknowledged, by attempt. */
  readonly approved = new Set<string>();
  readonly unexpected: string[] = [];

  constructor(
    private readonly engine: EngineCommands,
    private readonly pages: Pages,
    private readonly chance: Chance,
  ) {}

  /** One request, repeated until it is acknowledged; sometimes once more although it was. */
  async ask(workflowId: string): Promise<void> {
    const asked: Asked = { key: `request-${this.asked.length + 1}`, workflowId, runIds: new Set(), cancelled: false };
    this.asked.push(asked);
    asked.runIds.add(await this.create(workflowId, asked.key));
    if (this.chance.next() < 0.2) asked.runIds.add(await this.create(workflowId, asked.key));
  }

  /** Cancels a run, whatever it takes. */
  async cancel(asked: Asked): Promise<void> {
    const [runId] = asked.runIds;
    if (runId === undefined) return;
    await this.act(() =>
      this.goesToPages()
        ? this.pages.mutate('runs.cancel', { runId, idempotencyKey: asked.key })
        : this.engine.cancelRun({ runId, idempotencyKey: asked.key, by: null }),
    );
    asked.cancelled = true;
  }

  /** Approves what waits for a person now; pages that are away are left alone until the next time. */
  async approve(): Promise<void> {
    const waiting = (await this.pages.query('approvals.list', { status: ['waiting'], limit: 200 }).catch(() => null)) as {
      approvals: { attemptId: string }[];
    } | null;
    for (const { attemptId } of waiting?.approvals ?? []) {
      const answer = { id: attemptId, decision: 'approved', comment: attemptId };
      if (await this.act(() => this.pages.mutate('approvals.answer', answer))) this.approved.add(attemptId);
    }
  }

  private goesToPages(): boolean {
    return this.chance.next() < throughPages;
  }

  private async create(workflowId: string, idempotencyKey: string): Promise<string> {
    const input = { workflowId, idempotencyKey };
    const told = await patiently(() =>
      this.goesToPages()
        ? (this.pages.mutate('runs.create', input) as Promise<{ runId: string }>)
        : this.engine.createRun({ ...input, by: null }),
    );
    return told.runId;
  }

  /** Gives whether it was acknowledged; what nobody expects is for the judge. */
  private async act(call: () => Promise<unknown>): Promise<boolean> {
    try {
      await patiently(call);
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (!over.has(error.code)) this.unexpected.push(`${error.code}: ${error.message}`);
      return false;
    }
  }
}
