import type { OperatorCatalog } from './operator-catalog.ts';
import { operatorsRevision } from './operators-revision.ts';

/** How long it waits to be told before it looks by itself: not every system tells of every change. */
const lookAnywayMs = 5_000;

/** Revisions of the operators, the present one first, then whenever they change, until `signal` aborts. */
export async function* followOperators(
  catalog: OperatorCatalog,
  signal: AbortSignal,
  patienceMs = lookAnywayMs,
): AsyncGenerator<string> {
  let last: string | null = null;
  let wake = (): void => {};
  const leave = catalog.onChange(() => wake());
  signal.addEventListener('abort', () => wake());
  try {
    while (!signal.aborted) {
      catalog.refresh();
      const now = operatorsRevision(catalog);
      if (now !== last) {
        last = now;
        yield now;
        continue;
      }
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, patienceMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
        if (signal.aborted) wake();
      });
    }
  } finally {
    leave();
  }
}
