import { timeTaken } from '#server/alerts/time-taken.ts';
import type { EngineCommands } from '#server/engine/commands.ts';

/** What waits, a line for each condition: `load: Waits by all_success for fetch (running).` `now` in ms. */
export function waitingLines(waiting: Awaited<ReturnType<EngineCommands['waiting']>>, now: number): string[] {
  if (waiting.length === 0) return ['Nothing waits.'];
  return waiting.flatMap(({ task, index, reasons, expectedAt }) => {
    const name = `${task}${index === undefined ? '' : `[${index}]`}`;
    const expected = expectedAt === undefined ? [] : [`${name}: Begins in about ${timeTaken(expectedAt - now)}.`];
    return [...reasons.map(({ message }) => `${name}: ${message}`), ...expected];
  });
}
