import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseJson } from '#domain/definition/json/parse-json.ts';
import type { Json } from '#domain/definition/schema/json.ts';
import { readOperatorFile, type OperatorProblem } from '#domain/definition/operator/read-operator-file.ts';
import { catalog } from '#operators/catalog.ts';
import type { OwnOperator } from './own-operator.ts';
import { resolveOperatorRun } from './resolve-operator-run.ts';

const mostFolders = 500;
const mostBytes = 256 * 1024;
const builtIn = new Set(catalog.map(({ type }) => type));

/** Folder of a data directory that holds people's own operators (absolute). */
export const operatorsFolder = (dataDir: string): string => path.join(path.resolve(dataDir), 'operators');

/**
 * Reads every folder of `operators/`, good or broken, in the order of their names. Reads `operator.json` and looks whether
 * its program is there; executes nothing, never throws.
 */
export function readOperators(dataDir: string): OwnOperator[] {
  const root = operatorsFolder(dataDir);
  let folders: string[] = [];
  try {
    folders = readdirSync(root, { withFileTypes: true })
      .filter((entry) => !entry.name.startsWith('.') && !entry.isFile())
      .map((entry) => entry.name)
      .sort()
      .slice(0, mostFolders);
  } catch {
    // Nobody has made an operator yet.
  }
  const found = folders.map((folder) => readOne(root, folder));
  return found.map((one) => withoutDoubles(one, found));
}

function readOne(root: string, folder: string): OwnOperator {
  const directory = path.join(root, folder);
  const file = path.join(directory, 'operator.json');
  const own: OwnOperator = { folder, directory, name: null, title: null, ready: null, problems: [], changedAt: null };
  const problem = (code: string, message: string, more: Partial<OwnOperator> = {}): OwnOperator => ({
    ...own,
    ...more,
    problems: [{ code, pointer: '', message }],
  });
  let text: string;
  try {
    if (lstatSync(directory).isSymbolicLink())
      return problem('operator.path', 'It is a link. Put the folder itself into operators/.');
    const { size, mtimeMs } = statSync(file);
    own.changedAt = Math.round(mtimeMs);
    if (lstatSync(file).isSymbolicLink()) return problem('operator.path', 'operator.json is a link. Put the file itself here.');
    if (size > mostBytes) return problem('operator.size', 'operator.json is larger than 256 KiB. A manifest is a page of text.');
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT'
      ? problem('operator.no-file', 'There is no operator.json in this folder. Add it.')
      : problem('operator.unreadable', `operator.json cannot be read: ${(error as Error).message}.`);
  }
  const parsed = parseJson(text, 64);
  if (!parsed.ok) return problem('operator.syntax', `operator.json is no JSON: ${parsed.fault.message}`);
  own.name = nameOf(parsed.value);
  own.title = textAt(parsed.value, 'title');
  const read = readOperatorFile(parsed.value);
  if (!read.ok) return { ...own, problems: read.problems };
  const { manifest, run } = read.file;
  if (builtIn.has(manifest.type))
    return problem('operator.taken', `${manifest.type} is a built-in operator. Choose another type for yours.`);
  const resolved = resolveOperatorRun(directory, run);
  if ('problem' in resolved) return { ...own, problems: [resolved.problem] };
  return { ...own, ready: { manifest, program: resolved.program } };
}

/** One name, one operator: of two folders with the same none is taken, since nobody can say which was meant. */
function withoutDoubles(one: OwnOperator, all: readonly OwnOperator[]): OwnOperator {
  if (!one.ready) return one;
  const other = all.find((also) => also !== one && also.ready && also.name === one.name);
  if (!other) return one;
  const double: OperatorProblem = {
    code: 'operator.double',
    pointer: '/type',
    message: `The folder ${other.folder} holds ${one.name} too. Give one of them another version or type.`,
  };
  return { ...one, ready: null, problems: [double] };
}

const textAt = (value: Json, key: string): string | null => {
  const found = typeof value === 'object' && value !== null && !Array.isArray(value) ? value[key] : null;
  return typeof found === 'string' ? found.slice(0, 200) : null;
};

function nameOf(value: Json): string | null {
  const type = textAt(value, 'type');
  const version = (value as { version?: unknown } | null)?.version ?? 1;
  return type === null || typeof version !== 'number' ? null : `${type}@${version}`;
}
