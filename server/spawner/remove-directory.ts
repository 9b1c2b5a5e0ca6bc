import { readdirSync, unlinkSync } from 'node:fs';
import { rm, rmdir } from 'node:fs/promises';
import path from 'node:path';

/**
 * Removes the directory of an attempt. Nearly always it holds some plain files and an empty folder: a dozen calls of the
 * system, where a removal that asks first what everything is needs three times as many. Anything else is left to that.
 * Folders go beside the loop: the system may take a millisecond for one, for a file a hundredth of it. Never rejects: what cannot be removed is left.
 */
export async function removeDirectory(directory: string): Promise<void> {
  try {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      const place = path.join(directory, entry.name);
      if (entry.isDirectory()) await rmdir(place);
      else unlinkSync(place);
    }
    await rmdir(directory);
  } catch {
    await rm(directory, { recursive: true, force: true }).catch(() => {});
  }
}
