import { fanOut } from './harness/fan-out.ts';

/** A list of 100,000, a copy of one task for each entry, a sum. */
export const fanOut100000 = fanOut('fan-out-100000', 100_000, 4_000);
