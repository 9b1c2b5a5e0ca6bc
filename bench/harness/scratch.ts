import { mkdirSync, mkdtempSync } from 'node:fs';
import path from 'node:path';

/**
 * A fresh directory on the disk the repository lies on, where `./data` would be: a temporary folder may be memory, or a
 * disk that makes files many times more slowly. The caller removes it.
 */
export function scratch(name: string): string {
  const parent = path.resolve(import.meta.dirname, '../../.drawloom/bench');
  mkdirSync(parent, { recursive: true });
  return mkdtempSync(path.join(parent, `${name}-`));
}
