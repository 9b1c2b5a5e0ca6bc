import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';

const known = new Map<string, string>();

/**
 * Absolute path of a program named as in argv, looked up on `PATH` as the shell does. A name is given back unchanged when
 * nothing is found: the shell's own `not found` and exit 127 then stand in the attempt's log. Absolute names also keep
 * the shim from taking a program for one of its own builtins.
 */
export function resolveProgram(program: string, searchPath: string): string {
  if (program.includes('/')) return program;
  const key = `${searchPath}\0${program}`;
  const before = known.get(key);
  if (before !== undefined && isProgram(before)) return before;
  for (const directory of searchPath.split(':')) {
    const file = path.join(directory || '.', program);
    if (path.isAbsolute(file) && isProgram(file)) {
      known.set(key, file);
      return file;
    }
  }
  return program;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
