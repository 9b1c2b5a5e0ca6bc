import type { RunType } from './status.ts';

/** Kinds of run that lists show, in the order of their choices: all but the tries of a draft, which are nobody's runs. */
export const listedRunTypes = [
  'manual',
  'scheduled',
  'backfill',
  'asset',
  'webhook',
  'child',
] as const satisfies readonly RunType[];
export type ListedRunType = (typeof listedRunTypes)[number];
