import { existsSync } from 'node:fs';
import path from 'node:path';
import { holdDirectory } from '#server/boot/hold-directory.ts';
import type { HeldLock } from '#server/boot/take-lock.ts';

export interface Launch extends HeldLock {
  /** The launcher before this one did not end in order: what it started may still be about to end. */
  afterKill: boolean;
}

/**
 * Makes the data directory (mode 0700) and takes it for one launcher, until it is released or this process ends. The engine's own lock comes
 * too late: a second launcher would have started a second spawner by then, whose `spawner.json` leads the first one's
 * engine astray when it next looks. Throws DataDirectoryError: `data.taken`, `data.full`, `data.unusable`.
 */
export function takeLaunch(dataDir: string): Launch {
  const afterKill = existsSync(path.join(dataDir, 'launcher.holder.json'));
  return { ...holdDirectory(dataDir, { name: 'launcher', who: 'Drawloom' }), afterKill };
}
