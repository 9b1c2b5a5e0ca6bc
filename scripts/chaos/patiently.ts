import { Refusal } from '#server/refusal.ts';

const pauseMs = 50;

/** Asks until there is an answer: whoever is not there (503) is asked again. Rejects with every other refusal. */
export async function patiently<T>(call: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 503) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
