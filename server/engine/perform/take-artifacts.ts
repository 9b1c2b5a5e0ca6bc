import { createHash } from 'node:crypto';
import { readdirSync, lstatSync } from 'node:fs';
import { copyFile, link, mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import type { ArtifactRow } from '#server/store/store.ts';
import { contentType } from './content-type.ts';

/** More files than this are a mistake (a build folder left behind), not a result. */
const mostArtifacts = 1_000;

/** Raised when what an attempt left cannot be taken over; `code` tells a full disk from a mistake of the task. */
export class ArtifactProblem extends Error {
  constructor(
    readonly code: 'output' | 'disk',
    message: string,
  ) {
    super(message);
  }
}

/** Plain files below a folder, by path inside it; links are not followed, so nothing from elsewhere can be carried out. */
function filesIn(folder: string, inside = ''): string[] {
  return readdirSync(path.join(folder, inside), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const name = path.posix.join(inside, entry.name);
      if (entry.isDirectory()) return filesIn(folder, name);
      return entry.isFile() ? [name] : [];
    });
}

/** Whether an attempt left any file: looked at before anything is awaited. */
export function hasArtifacts(directory: string): boolean {
  try {
    return readdirSync(path.join(directory, 'artifacts')).length > 0;
  } catch {
    return false;
  }
}

/**
 * Takes over the files an attempt left in `artifacts/`: each becomes `<folder>/<id>`, made durable before the outcome is.
 * It is linked, not moved, under an id that follows from attempt and name: an engine that dies before its commit finds
 * all of it again. The attempt's own names go with its directory. Throws ArtifactProblem.
 */
export async function takeArtifacts(options: {
  directory: string;
  folder: string;
  attemptId: string;
  runId: string;
}): Promise<ArtifactRow[]> {
  const from = path.join(options.directory, 'artifacts');
  const names = filesIn(from);
  if (names.length > mostArtifacts)
    throw new ArtifactProblem(
      'output',
      `The task left ${names.length} files; at most ${mostArtifacts} are kept. Pack them into one.`,
    );
  if (names.length > 0) await mkdir(options.folder, { recursive: true, mode: 0o700 });
  const rows: ArtifactRow[] = [];
  try {
    for (const name of names) rows.push(await takeOne(from, name, options));
    if (rows.length > 0) await syncFolder(options.folder);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT')
      throw new ArtifactProblem('disk', 'The disk is full: the files the task left could not be kept. Make room and try again.');
    throw new ArtifactProblem('output', `A file the task left could not be kept: ${message}`);
  }
  return rows;
}

async function takeOne(
  from: string,
  name: string,
  { folder, attemptId, runId }: { folder: string; attemptId: string; runId: string },
): Promise<ArtifactRow> {
  const source = path.join(from, name);
  const id = createHash('sha256').update(`${attemptId}\0${name}`).digest('hex').slice(0, 32);
  const target = path.join(folder, id);
  await link(source, target).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST' && lstatSync(target).ino === lstatSync(source).ino) return;
    await copyFile(source, target);
  });
  const file = await open(target, 'r+');
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of file.createReadStream({ autoClose: false, start: 0 })) {
      hash.update(chunk as Buffer);
      bytes += (chunk as Buffer).length;
    }
    await file.datasync();
    await file.chmod(0o600);
    return { id, runId, attemptId, name, bytes, sha256: hash.digest('hex'), type: contentType(name) };
  } finally {
    await file.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
