import type { Row } from './row.ts';
import type { Verdict } from './state.ts';
import type { RunType } from './status.ts';

/** Which parts of a row follow in the bytes. Only append. */
export const bit = {
  present: 1,
  started: 2,
  ended: 4,
  firstIsStart: 8,
  reason: 16,
  spent: 32,
  decision: 64,
  due: 128,
  first: 256,
  more: 512,
  losses: 1024,
  copies: 2048,
} as const;

/** Values in the order of their codes; only append. */
export const verdicts: readonly Verdict[] = [null, 'cancelled', 'run-timeout', 'fail-fast'];
export const runTypes: readonly RunType[] = ['scheduled', 'manual', 'backfill', 'asset', 'webhook', 'child', 'try'];
export const stops: readonly Row['stop'][] = [
  null,
  'cancelled',
  'timeout',
  'fail-fast',
  'run-timeout',
  'restarting',
  'success',
  'failed',
  'skipped',
];
export const pasts: readonly Row['past'][] = ['unasked', 'asked', 'satisfied'];
