import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { pyenvPython } from './pyenv-python.ts';

/**
 * The Python to run tasks with: `DRAWLOOM_PYTHON`, else the first `python3` on PATH (absolute), of a shim of pyenv what it
 * stands for in the folder `from`; null when there is none.
 */
export function findPython(env: NodeJS.ProcessEnv = process.env, from: string = process.cwd()): string | null {
  const runnable = (file: string) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  };
  const set = env.DRAWLOOM_PYTHON;
  if (set && path.isAbsolute(set)) return runnable(set) ? set : null;
  const places = (env.PATH ?? '').split(path.delimiter).filter((dir) => path.isAbsolute(dir));
  const found = places.map((dir) => path.join(dir, set || 'python3')).find(runnable) ?? null;
  return (found && pyenvPython(found, from)) ?? found;
}
