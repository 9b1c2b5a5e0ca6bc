import { spawn, type ChildProcess } from 'node:child_process';
import type { StartOrder } from './protocol.ts';
import { resolveProgram } from './resolve-program.ts';
import { shim } from './shim.ts';

/** Starts an attempt under a shim of its own, by a fork of this process; when the system will not have it, says why and gives null. */
export function startCold(
  { cookie, directory, argv, env, limits = {} }: StartOrder,
  startedAt: number,
  refused: (code: string, message: string) => void,
): ChildProcess | null {
  const refuse = (error: NodeJS.ErrnoException) => {
    // Node throws what it thinks is the caller's mistake, such as arguments that are too long, and tells the rest by event.
    const mistake = error.code === 'E2BIG' || error.code === 'ERR_INVALID_ARG_VALUE';
    refused(
      mistake ? 'config' : 'spawn',
      error.code === 'E2BIG'
        ? 'The command and its environment are too long for the system. Hand large values over in a file.'
        : `The process could not be started: ${error.message}`,
    );
  };
  try {
    const program = resolveProgram(argv[0], env.PATH ?? '');
    const settings = [directory, String(startedAt), ...limitArguments(limits)];
    const child = spawn('/bin/sh', ['-c', shim, 'drawloom-shim', ...settings, program, ...argv.slice(1)], {
      detached: true,
      stdio: 'ignore',
      env: { ...env, DRAWLOOM_COOKIE: cookie } as Record<string, string> as NodeJS.ProcessEnv,
    });
    child.on('error', (error) => {
      if (child.pid === undefined) refuse(error);
    });
    return child;
  } catch (error) {
    refuse(error as NodeJS.ErrnoException);
    return null;
  }
}

/** As the shim reads them: KiB and seconds, empty when there is no limit. */
const limitArguments = ({ memoryMb, cpuSec }: NonNullable<StartOrder['limits']>): [string, string] => [
  memoryMb === undefined ? '' : String(memoryMb * 1024),
  cpuSec === undefined ? '' : String(cpuSec),
];
