import { openSync, readSync } from 'node:fs';

const open = new Map<string, number>();
const room = Buffer.alloc(256);

/** What a file of a line under /proc says now. It stays open: a look is one call of the system, where a file read by name takes five. */
export function readProc(file: '/proc/uptime' | '/proc/loadavg'): string {
  let handle = open.get(file);
  if (handle === undefined) open.set(file, (handle = openSync(file, 'r')));
  return room.toString('latin1', 0, readSync(handle, room, 0, room.length, 0));
}
