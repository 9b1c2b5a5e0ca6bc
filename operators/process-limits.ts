import { z } from 'zod';
import type { Manifest } from '#operators/manifest.ts';

/** Config fields by which one task of an operator that is a process limits its processes; missing: what the product is set to. */
export const processLimitFields = {
  /** MiB that each of its processes may use. */
  memoryMb: z
    .int()
    .min(16)
    .max(2 ** 24)
    .optional(),
  /** Seconds of processor time of each process. */
  cpuSec: z.int().min(1).max(31_536_000).optional(),
};

/** How forms show them: after the operator's own fields. */
export const processLimitHints: Manifest['hints'] = {
  memoryMb: {
    label: 'Memory, MiB',
    order: 8,
    placeholder: 'no limit',
    help: 'Most that it may use; over it, the attempt fails with oom.',
  },
  cpuSec: {
    label: 'Processor time, s',
    order: 9,
    placeholder: 'no limit',
    help: 'Most that it may use, not counting waiting; over it, the attempt fails with cpu.',
  },
};
