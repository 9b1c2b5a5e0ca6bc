import type { Replayed } from '#domain/simulation/replay.ts';

/** Prints what a replay changes, as JSON or as a table of the tasks that differ. */
export function printDifferences({ differences, then, run, assumed, acts }: Replayed, json: boolean): void {
  if (json) {
    const now = { run: run.run, reason: run.reason, makespanMs: run.makespanMs };
    process.stdout.write(`${JSON.stringify({ then, now, differences, assumed, acts }, null, 2)}\n`);
    return;
  }
  const words = (side: (typeof differences)[number]['then']): string =>
    side === null ? '-' : `${side.status} (${side.attempts})`;
  const differ = differences.filter(({ kind, changed }) => kind !== 'same' || changed);
  const width = Math.max(4, ...differ.map(({ task }) => task.length));
  const rows = differ.map(
    ({ task, kind, then: a, now: b, changed }) =>
      `${task.padEnd(width)}  ${kind.padEnd(8)}  ${words(a).padEnd(20)}  ${words(b).padEnd(20)}${changed ? '  config changed' : ''}`,
  );
  const table =
    differ.length === 0
      ? ['Every task would end as it did.']
      : [`${'task'.padEnd(width)}  what      then                  now`, ...rows];
  const notes = [
    ...(assumed.length > 0 ? [`assumed to go well: ${assumed.join(', ')}`] : []),
    ...(acts > 0 ? [`${acts} acts of people are not replayed`] : []),
  ];
  process.stdout.write(
    `${[...table, '', ...notes, `then: ${then.run} in ${then.makespanMs} ms`, `now: ${run.run} in ${run.makespanMs} ms`].join('\n')}\n`,
  );
}
