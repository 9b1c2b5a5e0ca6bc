import { execFile } from 'node:child_process';

/* What a step of a peer's chain does; the same for every peer that is a library. Runs in the peer's own process. */

const fibo = (n) => (n <= 1 ? n : fibo(n - 1) + fibo(n - 2));

/**
 * One step: `{kind:'fibo', n}` gives `{value, ms}` (pure computing time), `{kind:'ask', url}` the text of a GET,
 * `{kind:'echo'}` what `echo ok` printed, `{kind:'noop'}` 1. A command that fails rejects.
 */
export async function perform(step) {
  switch (step.kind) {
    case 'fibo': {
      const began = performance.now();
      const value = fibo(step.n);
      return { value, ms: performance.now() - began };
    }
    case 'ask':
      return (await fetch(step.url)).text();
    case 'echo':
      return new Promise((resolve, reject) =>
        execFile('sh', ['-c', 'echo ok'], (error, stdout) => (error ? reject(error) : resolve(stdout))),
      );
    default:
      return 1;
  }
}
