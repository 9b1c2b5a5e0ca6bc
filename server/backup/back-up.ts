import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '#server/refusal.ts';
import { snapshotDatabase } from '#server/store/snapshot-database.ts';
import { databaseName, keptInBackup, manifestName, type BackupManifest } from './backup-manifest.ts';
import { copyTree } from './copy-tree.ts';
import { hashFile } from './hash-file.ts';

export interface BackUpInput {
  databaseUrl: string;
  dataDir: string;
  /** Folder to make; it must not be there. */
  target: string;
  /** ms since the epoch. */
  at: number;
}

/** What was written. */
export interface BackUpReport {
  target: string;
  files: number;
  bytes: number;
}

/**
 * Writes everything that cannot be made again into a folder, while Drawloom goes on: the database as it stands at one
 * moment, then files and artifacts (so that each artifact the database knows is there), and the key of the sessions. The
 * folder gets its name when it is whole. Refuses with `backup.exists`; StoreUnusable and StoreUnavailable as they come.
 */
export async function backUp({ databaseUrl, dataDir, target, at }: BackUpInput): Promise<BackUpReport> {
  if (existsSync(target)) throw new Refusal('backup.exists', `${target} is there already. Name a folder that is not.`, 409);
  const part = `${target}.part`;
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { recursive: true, mode: 0o700 });
  try {
    await snapshotDatabase(databaseUrl, path.join(part, databaseName));
    const paths = [databaseName];
    for (const name of keptInBackup)
      for (const below of await copyTree(path.join(dataDir, name), path.join(part, name)))
        paths.push(below === '' ? name : `${name}/${below}`);
    const files: BackupManifest['files'] = [];
    for (const one of paths) files.push({ path: one, ...(await hashFile(path.join(part, one))) });
    const manifest: BackupManifest = { format: 'drawloom/backup@1', createdAt: new Date(at).toISOString(), files };
    await writeFile(path.join(part, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });
    await rename(part, target);
    return { target, files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    throw error;
  }
}
