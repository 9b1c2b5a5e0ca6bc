import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * The Python of an environment that stands (drawloom_venv.py made it in `base`), when it was made with the very `python` that
 * tasks run with now; else null: then drawloom_venv.py has to look, and may have to make another.
 */
export function readyEnvironment(base: string, python: string): string | null {
  try {
    const real = realpathSync(python);
    const wanted = `${Math.floor(statSync(real).mtimeMs)} ${real}`;
    for (const name of readdirSync(base)) {
      if (!/^python\d+\.\d+$/.test(name) || readFileSync(path.join(base, name, '.ready'), 'utf8') !== wanted) continue;
      return path.join(base, name, 'bin/python');
    }
  } catch {
    // There is none yet.
  }
  return null;
}
