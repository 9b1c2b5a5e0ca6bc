/** What survives: D0 memory only, D1 a kill -9, D2 a loss of power. */
export type Durability = 'D0' | 'D1' | 'D2' | '-';

/** One line of the report, and one entry of `--json`. Times and sizes: smaller is better. */
export interface Row {
  name: string;
  unit: 'ms' | 'MB' | 'kB' | '%' | 'count';
  p50: number;
  p99: number;
  min: number;
  max: number;
  runs: number;
  durability: Durability;
  /** The least that this machine allows for the same work, calibrated in the same run; in `unit`. */
  floor: number;
  floorRatio: number;
  /** The p50 that docs promise, in `unit`. */
  target: number;
  /** The same work by another product beside it, where one can run here. */
  peer?: string;
  /** The peer's p50 ÷ ours. */
  peerRatio?: number;
  peerP50?: number;
  peerP99?: number;
  /** What survives at the peer; compare like with like. */
  peerDurability?: Durability;
}

const round = (value: number) => Math.round(value * 1000) / 1000;

/** The value below which a share `q` (0–1) of the samples lies, by the nearest rank. */
function quantile(sorted: number[], q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))] ?? NaN;
}

/** Makes a row of raw samples. Throws when there are fewer than five: then the run is void. */
export function toRow(head: Pick<Row, 'name' | 'unit' | 'durability' | 'target'> & { floor: number }, samples: number[]): Row {
  if (samples.length < 5) throw new Error(`${head.name}: ${samples.length} samples, at least 5 are needed.`);
  const sorted = [...samples].sort((a, b) => a - b);
  const p50 = quantile(sorted, 0.5);
  return {
    ...head,
    p50: round(p50),
    p99: round(quantile(sorted, 0.99)),
    min: round(sorted[0] ?? NaN),
    max: round(sorted.at(-1) ?? NaN),
    runs: samples.length,
    floor: round(head.floor),
    floorRatio: round(p50 / head.floor),
  };
}
