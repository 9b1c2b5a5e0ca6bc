/** Writes an unexpected failure, with its stack, to the process's log; the browser gets none of it. */
export function logFailure(where: string, error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`web: ${where} failed: ${text}\n`);
}
