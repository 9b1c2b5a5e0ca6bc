import { readdirSync, readFileSync } from 'node:fs';
import { getHeapStatistics } from 'node:v8';

/** Something that a process takes, and the most it should. */
export interface OwnResource {
  name: 'open files' | 'heap bytes';
  is: number;
  most: number;
}

/** Of what the system allows, how much is still well: beyond it the process is about to fail. */
const share = 0.9;

/** What this process takes of its open files and its heap; open files only where the system says them (`/proc`). */
export function ownResources(): OwnResource[] {
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
  const heap: OwnResource = { name: 'heap bytes', is: used, most: Math.floor(limit * share) };
  try {
    const line = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'latin1'));
    const is = readdirSync('/proc/self/fd').length;
    return line ? [heap, { name: 'open files', is, most: Math.floor(Number(line[1]) * share) }] : [heap];
  } catch {
    return [heap];
  }
}
