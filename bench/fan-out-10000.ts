import { fanOut } from './harness/fan-out.ts';

/** A list of 10,000, a copy of one task for each entry, a sum. */
export const fanOut10000 = fanOut('fan-out-10000', 10_000, 300);
