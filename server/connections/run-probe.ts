import { spawn } from 'node:child_process';
import path from 'node:path';
import type { ProbeAnswer, ProbeJob } from './probes/probe.ts';

/** A connection that has not answered by then is not there, for a person who waits. */
const patienceMs = 15_000;

/**
 * Tries a connection in a process of its own and ends it when it takes too long. Never rejects. `program` is the bundle of
 * try-connection.worker.ts.
 */
export function runProbe(program: string, job: ProbeJob, timeoutMs: number = patienceMs): Promise<ProbeAnswer> {
  return new Promise((resolve) => {
    const { PATH = '', HOME = '', TZ, NODE_EXTRA_CA_CERTS } = process.env;
    const child = spawn(process.execPath, ['--no-warnings', program], {
      cwd: path.dirname(program),
      env: { NODE_ENV: 'production', PATH, HOME, ...(TZ ? { TZ } : {}), ...(NODE_EXTRA_CA_CERTS ? { NODE_EXTRA_CA_CERTS } : {}) },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    let said = '';
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, timeoutMs);
    child.stdout.on('data', (chunk: Buffer) => (said = `${said}${chunk.toString('utf8')}`.slice(0, 10_000)));
    child.on('error', () => end());
    child.on('close', () => end());
    child.stdin.on('error', () => {});
    child.stdin.end(JSON.stringify(job));

    function end(): void {
      clearTimeout(timer);
      if (late) return resolve({ ok: false, message: `It did not answer within ${Math.round(timeoutMs / 1000)} s.` });
      try {
        resolve(JSON.parse(said) as ProbeAnswer);
      } catch {
        resolve({
          ok: false,
          message: 'The program that tries connections ended without an answer. Look at the log of the server.',
        });
      }
    }
  });
}
