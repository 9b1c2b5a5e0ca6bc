/** Every interrupted attempt is classified within this of the engine's start (trust.md). */
const mostMs = 5_000;

/**
 * Starts of the engine that took too long to classify what an earlier one left. The first one found nothing: what it took is
 * this machine's own time for a start, and is no blame of the others. All in ms.
 */
export function slowStarts([first = 0, ...others]: readonly number[]): string[] {
  return others.flatMap((ms, at) =>
    ms - first > mostMs
      ? [
          `start ${at + 2} of the engine took ${Math.round(ms)} ms to classify what was left, the first one ${Math.round(first)} ms`,
        ]
      : [],
  );
}
