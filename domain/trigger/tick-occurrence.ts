import type { CompiledTrigger } from './compile-trigger.ts';
import { markOccurrence } from './mark-occurrence.ts';
import type { Occurrence } from './occurrence.ts';

/** The occurrence that falls due with the tick `end`; `start` is the tick before it, used only where the trigger has data intervals. */
export function tickOccurrence(compiled: CompiledTrigger, start: number, end: number): Occurrence {
  const from = compiled.interval ? start : end;
  return {
    at: end + compiled.jitterMs,
    logicalTime: from,
    dataIntervalStart: from,
    dataIntervalEnd: end,
    ...markOccurrence(compiled, end),
  };
}
