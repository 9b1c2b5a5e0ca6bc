/** What `simulate` and `run` print: the run's status, and per task run its status and number of attempts. */
export interface RunSummary {
  runId?: string;
  run: string;
  tasks: Record<string, string>;
  attempts: Record<string, number>;
  reason?: string | null;
  makespanMs?: number;
  /** Task runs that nothing will ever move, and why. */
  stuck?: { task: string; reasons: string[] }[];
}

/** Prints a summary as JSON or as a table, success or not. */
export function printRunSummary(summary: RunSummary, json: boolean): void {
  if (json) {
    process.stdout.write(`${JSON.stringify(summary, null, 2)}\n`);
    return;
  }
  const width = Math.max(4, ...Object.keys(summary.tasks).map((task) => task.length));
  const rows = Object.entries(summary.tasks).map(
    ([task, status]) => `${task.padEnd(width)}  ${status.padEnd(17)}  ${summary.attempts[task] ?? 0}`,
  );
  const stuck = (summary.stuck ?? []).map(({ task, reasons }) => `${task} waits for ever: ${reasons.join(' ')}`);
  const reason = summary.reason ? ` (${summary.reason})` : '';
  process.stdout.write(
    `${'task'.padEnd(width)}  ${'status'.padEnd(17)}  attempts\n${rows.join('\n')}\n\n${stuck.map((line) => `${line}\n`).join('')}run: ${summary.run}${reason}\n`,
  );
}
