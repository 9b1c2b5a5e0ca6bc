import { randomUUID } from 'node:crypto';
import { appendFile, copyFile, mkdir, open, readFile, rename, rm, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import { CodedFailure, type ChoosingRunner, type InProcessRunner, type RunContext } from '#operators/runner.ts';
import { failureOf } from './failure-of.ts';
import { listFiles } from './list-files.ts';
import { isTable, tableRunner } from './table-runner.ts';
import { vetPlace } from './vet-place.ts';

/** An output holds 256 KiB; reading more would only fill the memory. */
const mostRead = 16 * 1024 * 1024;

type Action = (config: JsonObject, file: string, context: RunContext) => Promise<Json>;

const shown = (file: string, context: RunContext): string => path.relative(context.filesDirectory, file);

/** Writes beside the file and moves it over: nobody reads half of it, and a crash leaves the old one. */
async function replace(file: string, write: (part: string) => Promise<void>): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const part = `${file}.${randomUUID()}.part`;
  try {
    await write(part);
    const handle = await open(part, 'r+');
    await handle.datasync().finally(() => handle.close());
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** `to` of a copy or move: a folder that is there, or a name that ends in a slash, takes the file under its own name. */
async function target(config: JsonObject, file: string, context: RunContext): Promise<string> {
  if (typeof config.to !== 'string' || config.to === '')
    throw new CodedFailure('config', 'Say where to, such as archive/day.csv.', 'never');
  const to = context.resolveFile(config.to);
  const folder = config.to.endsWith('/') || (await stat(to).catch(() => null))?.isDirectory();
  return folder ? context.resolveFile(path.join(to, path.basename(file))) : to;
}

const actions: Record<string, Action> = {
  async read(config, file, context) {
    if (config.format === 'artifact') {
      await copyFile(file, path.join(context.directory, 'artifacts', path.basename(file)));
      return { $artifact: path.basename(file) };
    }
    const { size } = await stat(file);
    if (size > mostRead)
      throw new CodedFailure('output', `${shown(file, context)} has ${size} bytes. Read it as an artifact.`, 'never');
    const text = await readFile(file, 'utf8');
    if (config.format !== 'json') return text;
    try {
      return JSON.parse(text) as Json;
    } catch (error) {
      throw new CodedFailure('output', `${shown(file, context)} is not JSON: ${(error as Error).message}`);
    }
  },
  async write(config, file, context) {
    const { content = '' } = config;
    const text = typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`;
    if (config.append === true) {
      await mkdir(path.dirname(file), { recursive: true });
      await appendFile(file, text);
    } else await replace(file, (part) => appendFile(part, text));
    return { path: shown(file, context), bytes: (await stat(file)).size };
  },
  async list(config, file, context) {
    return listFiles(
      file,
      context.filesDirectory,
      typeof config.pattern === 'string' && config.pattern !== '' ? config.pattern : '*',
    );
  },
  async copy(config, file, context) {
    const to = await target(config, file, context);
    await replace(to, (part) => copyFile(file, part));
    return { path: shown(to, context), bytes: (await stat(to)).size };
  },
  async move(config, file, context) {
    const to = await target(config, file, context);
    await mkdir(path.dirname(to), { recursive: true });
    await rename(file, to);
    return { path: shown(to, context), bytes: (await stat(to)).size };
  },
  async remove(_config, file) {
    const there = await stat(file).catch(() => null);
    if (there) await unlink(file);
    return { removed: there !== null };
  },
};

const plainRunner: InProcessRunner = {
  kind: 'in-process',
  async run(config, context) {
    const file = vetPlace(config, context);
    if (isTable(config))
      throw new CodedFailure('config', 'The format decides how the task runs. Choose it, it cannot be a template.', 'never');
    try {
      const output = await actions[String(config.action)]!(config, file, context);
      return { type: 'done', output };
    } catch (error) {
      throw failureOf(error as NodeJS.ErrnoException, String(config.path)) ?? error;
    }
  },
};

/** Tables are read and written by a process, anything else here. */
export const runner: ChoosingRunner = {
  kind: 'choosing',
  choose: (config) => (isTable(config) ? tableRunner : plainRunner),
};
