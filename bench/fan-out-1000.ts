import { fanOut } from './harness/fan-out.ts';

/** A root, 1,000 no-ops beside each other, a sink. */
export const fanOut1000 = fanOut('fan-out-1000', 1000, 50);
