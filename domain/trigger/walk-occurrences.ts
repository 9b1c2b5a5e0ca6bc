import type { CompiledTrigger } from './compile-trigger.ts';
import type { Occurrence } from './occurrence.ts';
import { tickOccurrence } from './tick-occurrence.ts';

/** Occurrences that fall due after an instant, one by one, in order. Ends where the trigger ends. */
export function* walkOccurrences(compiled: CompiledTrigger, afterMs: number): Generator<Occurrence, void, undefined> {
  const { ticks, interval, startMs, endMs, jitterMs } = compiled;
  if (ticks === null) return;
  const after = afterMs - jitterMs;
  if (!interval) {
    let tick = ticks.next(Math.max(after, startMs - 1));
    for (; tick <= endMs && tick !== Infinity; tick = ticks.next(tick)) yield tickOccurrence(compiled, tick, tick);
    return;
  }
  // The interval that is open at `after` began with the last tick before it: usually `after` itself.
  let start = ticks.next(after - 1) === after ? after : ticks.previous(after);
  if (start < startMs) start = ticks.next(startMs - 1);
  while (start <= endMs && start !== Infinity) {
    const end = ticks.next(start);
    if (end === Infinity) return;
    yield tickOccurrence(compiled, start, end);
    start = end;
  }
}
