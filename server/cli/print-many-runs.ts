import type { ManyRunsResult } from '#domain/simulation/many-runs.ts';

/** Prints what many simulated runs came to, as JSON or as tables. */
export function printManyRuns(result: ManyRunsResult, json: boolean): void {
  if (json) {
    process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    return;
  }
  const share = (n: number): string => `${((100 * n) / Math.max(1, result.runs)).toFixed(1)} %`.padStart(8);
  const width = Math.max(4, ...Object.keys(result.tasks).map((task) => task.length));
  const lines = [
    `${'task'.padEnd(width)}    failed  upstream   skipped   retried  critical`,
    ...Object.entries(result.tasks).map(([task, odds]) =>
      [
        task.padEnd(width),
        share(odds.failed),
        share(odds.upstreamFailed),
        share(odds.skipped),
        share(odds.retried),
        share(odds.critical),
      ].join('  '),
    ),
    '',
    `runs: ${Object.entries(result.ended)
      .map(([status, n]) => `${n} ${status}`)
      .join(', ')}`,
    `makespan, ms: ${(['p5', 'p25', 'p50', 'p75', 'p95'] as const).map((p) => `${p} ${result.makespan[p]}`).join(', ')}`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
