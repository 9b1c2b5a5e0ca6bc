import { existsSync } from 'node:fs';
import { lstat, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { takeDataDirectory } from '#server/boot/data-directory.ts';
import { Refusal } from '#server/refusal.ts';
import { copyDatabase } from '#server/store/copy-database.ts';
import { migrateDatabase } from '#server/store/migrate.ts';
import { backupManifestSchema, databaseName, keptInBackup, manifestName, type BackupManifest } from './backup-manifest.ts';
import { copyTree } from './copy-tree.ts';
import { hashFile } from './hash-file.ts';

export interface RestoreInput {
  databaseUrl: string;
  dataDir: string;
  /** A folder that `backUp` made. */
  source: string;
  /** ms since the epoch. */
  at: number;
}

/** What was brought back, and where lies what was there before. */
export interface RestoreReport {
  files: number;
  before: string[];
}

/**
 * Brings a backup back. The engine must be stopped (`data.taken`). The backup is read and checked whole before anything
 * is touched (`backup.missing`, `backup.damaged`), and nothing is overwritten: what is there gets `before-restore-…` as
 * its name. A PostgreSQL database must be empty (`store.not-empty`).
 */
export async function restore({ databaseUrl, dataDir, source, at }: RestoreInput): Promise<RestoreReport> {
  const manifest = await readManifest(source);
  await checkFiles(source, manifest);
  const directory = takeDataDirectory(dataDir, at);
  try {
    const inFile = databaseUrl.startsWith('file:');
    // On a server first: it may refuse, and then nothing must have moved.
    if (!inFile) {
      await migrateDatabase(databaseUrl);
      await copyFromCopy(path.join(source, databaseName), databaseUrl);
    }
    const before = await moveAside(dataDir, inFile ? databaseUrl.slice('file:'.length) : null, at);
    for (const name of keptInBackup) await copyTree(path.join(source, name), path.join(dataDir, name));
    if (inFile) {
      const file = databaseUrl.slice('file:'.length);
      // Under its name only when it is whole.
      await copyTree(path.join(source, databaseName), `${file}.part`);
      await rename(`${file}.part`, file);
      await migrateDatabase(databaseUrl);
    }
    return { files: manifest.files.length, before };
  } finally {
    directory.release();
  }
}

async function readManifest(source: string): Promise<BackupManifest> {
  const file = path.join(source, manifestName);
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Refusal('backup.missing', `${source} is no backup: there is no ${manifestName} in it.`, 404);
  });
  try {
    return backupManifestSchema.parse(JSON.parse(text));
  } catch {
    throw new Refusal('backup.damaged', `${file} is damaged or of another version. Use another backup.`, 422);
  }
}

async function checkFiles(source: string, { files }: BackupManifest): Promise<void> {
  if (!files.some(({ path: name }) => name === databaseName))
    throw new Refusal('backup.damaged', `The backup ${source} holds no database. Use another backup.`, 422);
  for (const { path: name, bytes, sha256 } of files) {
    const found = await hashFile(path.join(source, name)).catch(() => null);
    if (found?.bytes !== bytes || found.sha256 !== sha256)
      throw new Refusal('backup.damaged', `${name} in the backup ${source} is missing or was changed. Use another backup.`, 422);
  }
}

/** Reading a SQLite file writes beside it: a backup is left as it is, so a copy is read. */
async function copyFromCopy(file: string, databaseUrl: string): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'drawloom-restore-'));
  try {
    const copy = path.join(folder, databaseName);
    await copyTree(file, copy);
    await migrateDatabase(`file:${copy}`);
    await copyDatabase(`file:${copy}`, databaseUrl);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Moves what a restore would meet out of its way: files into a folder of their own, the database to a name beside its own
 * (it may lie on another disk). Gives the places, none when nothing was there.
 */
async function moveAside(dataDir: string, databaseFile: string | null, at: number): Promise<string[]> {
  const mark = `before-restore-${new Date(at).toISOString().replaceAll(':', '-')}`;
  const moved: string[] = [];
  for (const name of keptInBackup) {
    const entry = path.join(dataDir, name);
    if (!existsSync(entry) || (await isEmptyFolder(entry))) continue;
    const aside = path.join(dataDir, mark);
    await mkdir(aside, { recursive: true, mode: 0o700 });
    await rename(entry, path.join(aside, name));
    if (!moved.includes(aside)) moved.push(aside);
  }
  if (databaseFile === null || !existsSync(databaseFile)) return moved;
  const aside = `${databaseFile}.${mark}`;
  // With its log: without it the newest turns would be lost.
  for (const tail of ['', '-wal', '-shm', '-journal'])
    if (existsSync(`${databaseFile}${tail}`)) await rename(`${databaseFile}${tail}`, `${aside}${tail}`);
  return [...moved, aside];
}

async function isEmptyFolder(entry: string): Promise<boolean> {
  return (await lstat(entry)).isDirectory() && (await readdir(entry)).length === 0;
}
