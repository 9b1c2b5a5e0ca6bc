import type { EngineCommands } from '#server/engine/commands.ts';
import { Refusal } from '#server/refusal.ts';
import type { Chance } from './chance.ts';

/** What the client asked for, and what it was told. */
export interface Asked {
  key: string;
  workflowId: string;
  /** Ids it was told for this key; more than one different is a violation. */
  runIds: Set<string>;
  cancelled: boolean;
}

/** A client that starts runs with idempotency keys, asks again when it heard nothing, and cancels some of them. */
export class Client {
  readonly asked: Asked[] = [];
  readonly unexpected: string[] = [];

  constructor(
    private readonly engine: EngineCommands,
    private readonly chance: Chance,
  ) {}

  /** One request, repeated until it is acknowledged; sometimes once more although it was. */
  async ask(workflowId: string): Promise<void> {
    const asked: Asked = { key: `request-${this.asked.length + 1}`, workflowId, runIds: new Set(), cancelled: false };
    this.asked.push(asked);
    const { runId } = await this.patiently(() => this.engine.createRun({ workflowId, idempotencyKey: asked.key, by: null }));
    asked.runIds.add(runId);
    if (this.chance.next() < 0.2)
      asked.runIds.add(
        (await this.patiently(() => this.engine.createRun({ workflowId, idempotencyKey: asked.key, by: null }))).runId,
      );
  }

  /** Cancels a run, whatever it takes. */
  async cancel(asked: Asked): Promise<void> {
    const [runId] = asked.runIds;
    if (runId === undefined) return;
    await this.patiently(() => this.engine.cancelRun({ runId, by: null })).catch((error: unknown) => {
      // It had ended, or an answer was lost and this is the second time.
      if (!(error instanceof Refusal) || !['run.finished', 'run.cancelled'].includes(error.code)) throw error;
    });
    asked.cancelled = true;
  }

  private async patiently<T>(call: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await call();
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        if (error.status !== 503) {
          if (!['run.finished', 'run.cancelled'].includes(error.code)) this.unexpected.push(`${error.code}: ${error.message}`);
          throw error;
        }
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
