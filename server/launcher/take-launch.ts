import { holdDirectory } from '#server/boot/hold-directory.ts';
import type { HeldLock } from '#server/boot/take-lock.ts';

/**
 * Makes the data directory (mode 0700) and takes it for one launcher, until this process ends. The engine's own lock comes
 * too late: a second launcher would have started a second spawner by then, whose `spawner.json` leads the first one's
 * engine astray when it next looks. Throws DataDirectoryError: `data.taken`, `data.unusable`.
 */
export function takeLaunch(dataDir: string): HeldLock {
  return holdDirectory(dataDir, { name: 'launcher', who: 'Drawloom' });
}
