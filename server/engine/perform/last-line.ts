import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import path from 'node:path';

const most = 64 * 1024;

/** Last line of an attempt's stdout without its newline, at most 64 KiB of it; undefined when it printed nothing. */
export function lastLine(directory: string): string | undefined {
  let file: number;
  try {
    file = openSync(path.join(directory, 'stdout'), 'r');
  } catch {
    return undefined;
  }
  try {
    const { size } = fstatSync(file);
    if (size === 0) return undefined;
    // One byte more than the cap, for the newline at the end.
    const tail = Buffer.alloc(Math.min(size, most + 1));
    const read = readSync(file, tail, 0, tail.length, size - tail.length);
    const text = tail.subarray(0, read);
    const end = text[read - 1] === 10 ? read - 1 : read;
    const line = text.subarray(text.subarray(0, end).lastIndexOf(10) + 1, end);
    return line.toString('utf8').replace(/\r$/, '');
  } finally {
    closeSync(file);
  }
}
