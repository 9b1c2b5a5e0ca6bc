import { parseWorkflow } from '#domain/definition/parse.ts';
import type { Trigger, WorkflowFile } from '#domain/definition/schema/workflow.ts';
import type { Store, TriggerStateRow } from '#server/store/store.ts';

const catchupKey = (workflowId: string, triggerId: string): string => `catchup ${workflowId} ${triggerId}`;

/** What a trigger fires by: everything that, when changed, gives other occurrences. */
const schedule = (trigger: Trigger): string => {
  const { params: _params, missed: _missed, catchup: _catchup, ...rest } = trigger;
  return JSON.stringify(rest);
};

/** A trigger that is on, with how far it is decided. */
export interface BookedTrigger {
  trigger: Trigger;
  decidedThrough: number;
  catchupThrough: number;
}

/** How far each trigger is decided, as it is stored. Every mark is durable before anything is scheduled by it. */
export class TriggerBook {
  constructor(private readonly store: Store) {}

  /**
   * Switching on, or publishing while on: nothing that fell due before `now` is ever fired unasked. With `catchup: all` a
   * trigger that was never on begins at its start instead. `before` is the version that was in force (null: was off).
   */
  async open(workflowId: string, definition: WorkflowFile, before: WorkflowFile | null, now: number): Promise<void> {
    const states = await this.states(workflowId);
    const old = new Map(triggersOf(before).map((trigger) => [trigger.id, schedule(trigger)]));
    for (const trigger of triggersOf(definition)) {
      const state = states.get(trigger.id);
      if (state && old.get(trigger.id) === schedule(trigger)) continue;
      await this.enter(workflowId, trigger, state, now);
    }
  }

  /** Switches one trigger; on: as `open`. */
  async setEnabled(workflowId: string, trigger: Trigger, enabled: boolean, now: number): Promise<void> {
    const state = (await this.states(workflowId)).get(trigger.id);
    if (enabled) await this.enter(workflowId, trigger, state && { ...state, enabled: true }, now);
    else await this.store.triggers.setEnabled(workflowId, trigger.id, false, Math.max(now, state?.decidedThrough ?? now));
  }

  /** The triggers of a definition that are on. One without a mark gets one now: nothing before is owed. */
  async read(
    workflowId: string,
    definition: WorkflowFile,
    all: ReadonlyMap<string, TriggerStateRow>,
    now: number,
  ): Promise<BookedTrigger[]> {
    const booked: BookedTrigger[] = [];
    for (const trigger of triggersOf(definition)) {
      let state = all.get(trigger.id);
      if (!state) {
        await this.enter(workflowId, trigger, undefined, now);
        state = (await this.states(workflowId)).get(trigger.id);
      }
      if (!state?.enabled) continue;
      const catchup = trigger.catchup === 'all' ? await this.store.settings.get(catchupKey(workflowId, trigger.id)) : null;
      booked.push({
        trigger,
        decidedThrough: state.decidedThrough,
        catchupThrough: catchup === null ? -Infinity : Number(catchup),
      });
    }
    return booked;
  }

  /** Marks of one workflow by trigger. */
  async states(workflowId: string): Promise<Map<string, TriggerStateRow>> {
    return byTrigger((await this.store.triggers.states()).filter((state) => state.workflowId === workflowId));
  }

  private async enter(workflowId: string, trigger: Trigger, state: TriggerStateRow | undefined, now: number): Promise<void> {
    const from = trigger.catchup === 'all' && !state && trigger.start !== undefined ? Date.parse(trigger.start) - 1 : now;
    if (from < now) await this.store.settings.put(catchupKey(workflowId, trigger.id), String(now));
    // The mark never goes back, not even when the clock did.
    const mark = Math.max(from, state?.decidedThrough ?? -Infinity);
    await this.store.triggers.setEnabled(workflowId, trigger.id, state?.enabled ?? true, mark);
  }
}

/** Marks by trigger id. */
export const byTrigger = (states: readonly TriggerStateRow[]): Map<string, TriggerStateRow> =>
  new Map(states.map((state) => [state.triggerId, state]));

function triggersOf(definition: WorkflowFile | null): Trigger[] {
  if (!definition) return [];
  const parsed = parseWorkflow(definition);
  return parsed.ok ? parsed.workflow.triggers : [];
}
