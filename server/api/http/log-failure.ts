import { webLog } from '#server/boot/web-log.ts';

/** Writes an unexpected failure, with its stack, to the process's log; the browser gets none of it. `where`: what failed, and the ids it was about. */
export function logFailure(where: Record<string, unknown>, error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  webLog().error({ event: 'failure', ...where, error: text }, 'a request failed in a way nobody expected');
}
