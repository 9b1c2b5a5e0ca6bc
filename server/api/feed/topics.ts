import { z } from 'zod';
import type { RunEvent } from '#domain/run/events.ts';
import type { LogChunk } from '#server/store/store.ts';
import { attemptId, runId } from '../runs/schema.ts';
import type { ChangedRun } from './changed-run.ts';

const after = z.number().int().min(0);

/** What a browser may follow at once; `after` is the last seq it has. */
export const topics = z
  .array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('runs') }),
      z.strictObject({ kind: z.literal('operators') }),
      z.strictObject({ kind: z.literal('run'), id: runId, after }),
      z.strictObject({ kind: z.literal('log'), id: attemptId, after }),
    ]),
  )
  .min(1)
  .max(32);
export type Topic = z.infer<typeof topics>[number];

/** News of one topic, in order. `end`: it will have no more (a log whose attempt has ended, or something that is not there). */
export type FeedMessage =
  | { kind: 'runs'; items: ChangedRun[] }
  /** Two equal revisions mean the same operators. */
  | { kind: 'operators'; items: { revision: string }[] }
  | { kind: 'run'; id: string; items: { seq: number; event: RunEvent }[] }
  | { kind: 'log'; id: string; items: LogChunk[] }
  | { kind: 'end'; of: 'run' | 'log'; id: string };
