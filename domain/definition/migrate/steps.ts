import type { Step } from './step.ts';

/** Every step in order, one a file; none yet, because version 1 is the first. Old files stay as fixtures for ever. */
export const steps: readonly Step[] = [];
