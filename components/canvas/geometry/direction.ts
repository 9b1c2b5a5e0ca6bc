/** Which way a drawing runs: left to right, or top to bottom. */
export type Direction = 'LR' | 'TB';
