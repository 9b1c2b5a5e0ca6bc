import type { Violations } from './violations.ts';

interface Figures {
  kills: number;
  seed: number;
  tookSec: number;
  killed: Record<string, number>;
  requests: number;
  approvals: number;
  edits: number;
  /** Attempts whose log the client saw while they ran. */
  logs: number;
  runs: number;
  attempts: number;
}

const mostNamed = 10;

/**
 * Prints what a campaign did and found: JSON, or lines. `starts` is how long each start of the engine took until everything
 * interrupted was adopted or classified, in ms.
 */
export function report(figures: Figures, starts: readonly number[], violations: Violations, json: boolean): void {
  const sorted = starts.map(Math.round).sort((a, b) => a - b);
  const recoveryMs = { median: sorted[sorted.length >> 1] ?? 0, slowest: sorted.at(-1) ?? 0 };
  const found = Object.entries(violations.lists);
  if (json) {
    const counts = Object.fromEntries(found.map(([name, list]) => [name, list.length]));
    const all = { ...figures, engineStarts: sorted.length, recoveryMs, violations: counts, details: violations.lists };
    process.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
    return;
  }
  const killed = Object.entries(figures.killed).map(([who, count]) => `${count} ${who}`);
  const { requests, approvals, edits, logs, runs, attempts, tookSec } = figures;
  const lines = [
    `killed: ${killed.join(', ')}; ${tookSec} s`,
    `acknowledged: ${requests} requests, ${approvals} answers, ${edits} edits, ${logs} logs seen; ${runs} runs, ${attempts} attempts`,
    `interrupted attempts classified after ${recoveryMs.median} ms (median), ${recoveryMs.slowest} ms (slowest) of ${sorted.length} starts of the engine`,
    ...found.flatMap(([name, list]) => [
      `${name}: ${list.length} violations`,
      ...list.slice(0, mostNamed).map((what) => `  ${what}`),
    ]),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
