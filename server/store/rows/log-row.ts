import type { LogChunk as Stored } from '../generated/sqlite/client.ts';
import type { LogChunk } from '../store.ts';

/** A stored piece of a log as the store's callers see it. */
export const logRow = (row: Stored): LogChunk => ({
  attemptId: row.attemptId,
  stream: row.stream as LogChunk['stream'],
  seq: row.seq,
  offset: Number(row.offset),
  at: Number(row.at),
  text: row.text,
  omitted: Number(row.omitted),
});
