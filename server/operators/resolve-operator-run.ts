import { accessSync, constants, lstatSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { OperatorProblem } from '#domain/definition/operator/read-operator-file.ts';
import { findPython } from '#operators/python/find-python.ts';
import type { OperatorProgram, ProgramPart } from './own-operator.ts';

const scriptName = /\.(py|js|mjs|cjs|ts|mts|sh|bash|rb|pl|php|lua|jl|r|R|sql|jar)$/;

function isFile(file: string): boolean {
  try {
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function isRunnable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return isFile(file);
  } catch {
    return false;
  }
}

/** The program of that name; `python`, `python3` and `node` are those that Drawloom itself uses. */
function findProgram(name: string, env: NodeJS.ProcessEnv): string | null {
  if (name === 'node') return process.execPath;
  if (name === 'python' || name === 'python3') return findPython(env);
  const places = (env.PATH ?? '').split(path.delimiter).filter((place) => path.isAbsolute(place));
  return places.map((place) => path.join(place, name)).find(isRunnable) ?? null;
}

/** Whether a place lies in a folder, also after symbolic links were followed. */
function inside(directory: string, file: string): boolean {
  const within = path.relative(realpathSync(directory), realpathSync(file));
  return within !== '' && !within.startsWith('..') && !path.isAbsolute(within);
}

/**
 * What `run` of an `operator.json` means in its folder. An item that names a file of the folder stands for that file; the
 * first may also be a program of the system, by name. Nothing outside of the folder can be named by a path.
 */
export function resolveOperatorRun(
  directory: string,
  run: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): { program: OperatorProgram } | { problem: OperatorProblem } {
  const parts: ProgramPart[] = [];
  for (const [i, item] of run.entries()) {
    const refuse = (code: string, message: string) => ({ problem: { code, pointer: `/run/${i}`, message } });
    const climbs = item.split(/[\\/]/).includes('..');
    if (i === 0 ? path.isAbsolute(item) || climbs : climbs && lstatQuietly(path.join(directory, item)))
      return refuse(
        'operator.path',
        `"${item}" leads out of the folder. Name a file of the folder, or a program such as python3.`,
      );
    const file = path.join(directory, item);
    if (!path.isAbsolute(item) && !climbs && isFile(file)) {
      if (!inside(directory, file))
        return refuse('operator.path', `${item} is a link that leads out of the folder. Copy the file into it.`);
      if (i === 0 && !isRunnable(file))
        return refuse('operator.program', `${item} cannot be executed. Make it so (chmod +x), or name its interpreter first.`);
      parts.push({ file: path.normalize(item) });
      continue;
    }
    if (i === 0) {
      const found = item.includes('/') ? null : findProgram(item, env);
      if (found === null)
        return refuse(
          'operator.program',
          item.includes('/')
            ? `There is no file ${item} in the folder.`
            : `There is no program ${item} in the folder or on this machine. Install it, or correct its name.`,
        );
      parts.push({ word: found });
      continue;
    }
    if (scriptName.test(item) && !item.startsWith('-') && !path.isAbsolute(item))
      return refuse('operator.program', `There is no file ${item} in the folder. Add it, or correct its name.`);
    parts.push({ word: item });
  }
  return { program: parts as OperatorProgram };
}

function lstatQuietly(file: string): boolean {
  try {
    lstatSync(file);
    return true;
  } catch {
    return false;
  }
}
