import { z } from 'zod';

/** Name of the manifest inside a backup. */
export const manifestName = 'backup.json';
/** Name of the database inside a backup: always SQLite, whatever it came from. */
export const databaseName = 'drawloom.db';

/**
 * What a data directory holds that cannot be made again: folders, and files beside the database. The key of the secrets is
 * among them on purpose: without it nobody can open the secrets of the database. Whoever has a backup has the secrets.
 */
export const keptInBackup = ['files', 'artifacts', 'operators', 'auth.secret', 'secret.key'] as const;

/** `backup.json`: every file of the backup with its size and hash, so that a restore knows it is whole. */
export const backupManifestSchema = z.strictObject({
  format: z.literal('drawloom/backup@1'),
  createdAt: z.iso.datetime(),
  files: z.array(
    z.strictObject({
      path: z
        .string()
        .refine((path) => path !== '' && !path.startsWith('/') && !path.split('/').includes('..'), 'a path inside the backup'),
      bytes: z.number().int().min(0),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});
export type BackupManifest = z.output<typeof backupManifestSchema>;
