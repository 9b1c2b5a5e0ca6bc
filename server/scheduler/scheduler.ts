import { Heap, type HeapEntry } from '#domain/admission/heap.ts';
import type { Trigger } from '#domain/definition/schema/workflow.ts';
import { nextOccurrence } from '#domain/trigger/next-occurrence.ts';
import { triggerSeed } from '#domain/trigger/trigger-seed.ts';

/** A continuous trigger starts its next run at least so long after the one before, so that a run that fails at once cannot spin. */
const continuousGapMs = 1_000;

/** A trigger that is switched on, in a workflow that is switched on. */
export interface ScheduledTrigger {
  readonly workflowId: string;
  readonly trigger: Trigger;
  readonly seed: string;
  /** The high-water mark: everything at or before it is decided. It never goes back. */
  decidedThrough: number;
  /** Everything due up to here is asked for by `catchup: all`. */
  readonly catchupThrough: number;
  /** When it falls due next; null: never, or (continuous) not before its run has ended. */
  nextAt: number | null;
  /** Continuous only: a run of it is under way. */
  busy: boolean;
}

/** Next occurrences of all triggers that are on, in one heap. It knows no clock and no store. */
export class Scheduler {
  private readonly heap = new Heap<ScheduledTrigger>((a, b) => a.nextAt! < b.nextAt!);
  private readonly entries = new Map<ScheduledTrigger, HeapEntry<ScheduledTrigger>>();
  private readonly byWorkflow = new Map<string, ScheduledTrigger[]>();

  /** Replaces the triggers of a workflow; an empty list forgets it. */
  set(
    workflowId: string,
    triggers: readonly { trigger: Trigger; decidedThrough: number; catchupThrough: number; busy: boolean }[],
  ): void {
    for (const old of this.byWorkflow.get(workflowId) ?? []) this.unqueue(old);
    this.byWorkflow.delete(workflowId);
    if (triggers.length === 0) return;
    const made = triggers.map((each): ScheduledTrigger => ({
      ...each,
      workflowId,
      seed: triggerSeed(workflowId, each.trigger.id),
      nextAt: null,
    }));
    this.byWorkflow.set(workflowId, made);
    for (const each of made) this.queue(each);
  }

  /** Whether this very entry is still the one that counts; a workflow that was changed meanwhile has others. */
  has(entry: ScheduledTrigger): boolean {
    return this.byWorkflow.get(entry.workflowId)?.includes(entry) ?? false;
  }

  /** The trigger of this name, when it is on. */
  find(workflowId: string, triggerId: string): ScheduledTrigger | undefined {
    return this.byWorkflow.get(workflowId)?.find(({ trigger }) => trigger.id === triggerId);
  }

  /** The nearest due instant of all, or null. */
  nextAt(): number | null {
    return this.heap.peek()?.nextAt ?? null;
  }

  /** Takes out everything that is due; each must be given back with `advance`. */
  takeDue(now: number): ScheduledTrigger[] {
    const due: ScheduledTrigger[] = [];
    for (let first = this.heap.peek(); first && first.nextAt! <= now; first = this.heap.peek()) {
      this.heap.pop();
      this.entries.delete(first);
      due.push(first);
    }
    return due;
  }

  /** Puts a trigger back after its occurrences up to an instant are decided, or its run began or ended. */
  advance(entry: ScheduledTrigger, change: { decidedThrough?: number; busy?: boolean; notBefore?: number } = {}): void {
    if (!this.has(entry)) return;
    entry.decidedThrough = Math.max(entry.decidedThrough, change.decidedThrough ?? -Infinity);
    entry.busy = change.busy ?? entry.busy;
    this.unqueue(entry);
    this.queue(entry, change.notBefore);
  }

  /** Next due instant of every trigger that is on. */
  upcoming(): { workflowId: string; triggerId: string; at: number | null }[] {
    return [...this.byWorkflow.values()].flatMap((triggers) =>
      triggers.map(({ workflowId, trigger, nextAt }) => ({ workflowId, triggerId: trigger.id, at: nextAt })),
    );
  }

  private queue(entry: ScheduledTrigger, notBefore = -Infinity): void {
    const next =
      entry.trigger.type === 'continuous'
        ? entry.busy
          ? null
          : entry.decidedThrough + continuousGapMs
        : (nextOccurrence(entry.trigger, entry.decidedThrough, entry.seed)?.at ?? null);
    entry.nextAt = next === null ? null : Math.max(next, notBefore);
    if (entry.nextAt !== null) this.entries.set(entry, this.heap.push(entry));
  }

  private unqueue(entry: ScheduledTrigger): void {
    const place = this.entries.get(entry);
    if (place) this.heap.remove(place);
    this.entries.delete(entry);
  }
}
