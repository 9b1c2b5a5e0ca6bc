import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '#server/refusal.ts';
import { operatorsFolder } from './read-operators.ts';

/** Operators that come with the product to be copied, by the name of their folder. */
export function operatorExamples(productRoot: string): string[] {
  return readdirSync(path.join(productRoot, 'examples/operators'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/**
 * Copies an example operator into `operators/` of a data directory, where it is everybody's own to change. Gives its folder
 * (absolute). Refuses with `operator.example` (404) and `operator.exists` (409); nothing is overwritten.
 */
export function addOperatorExample(productRoot: string, dataDir: string, name: string): string {
  const known = operatorExamples(productRoot);
  if (!known.includes(name))
    throw new Refusal('operator.example', `There is no example operator ${name}. There are ${known.join(', ')}.`, 404);
  const root = operatorsFolder(dataDir);
  const target = path.join(root, name);
  const taken = () =>
    new Refusal('operator.exists', `operators/${name} is there already. Remove or rename it to get the example anew.`, 409);
  if (existsSync(target)) throw taken();
  mkdirSync(root, { recursive: true, mode: 0o700 });
  // Hidden until it is whole: a folder with a dot is not looked at.
  const part = path.join(root, `.${name}.${process.pid}`);
  try {
    cpSync(path.join(productRoot, 'examples/operators', name), part, { recursive: true });
    renameSync(part, target);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    if (existsSync(target)) throw taken();
    throw error;
  }
  return target;
}
