import { toRow, type Row } from '../row.ts';
import type { WorkloadOptions } from '../workload.ts';
import type { RunningPeer, Shape } from './peer.ts';

/** Measures one peer: raw samples for each of our rows, in their order. Throws when it gives wrong output. */
export type Measure = (peer: RunningPeer) => Promise<number[][]>;

/**
 * Our rows, and each of them once more beside every peer that knows the shape: the peers are started one after the other,
 * when ours is over. One that does not start or gives wrong output is told, and leaves no row.
 */
export async function beside(own: Row[], shape: Shape, { peers, say }: WorkloadOptions, measure: Measure): Promise<Row[]> {
  const rows = [...own];
  for (const { peer, folder } of peers) {
    if (!peer.shapes.includes(shape)) continue;
    try {
      const running = await peer.start(folder);
      try {
        const samples = await measure(running);
        own.forEach((row, i) => {
          const { p50, p99 } = toRow(row, samples[i] ?? []);
          const peerRatio = Math.round((p50 / row.p50) * 100) / 100;
          rows.push({ ...row, peer: peer.label, peerRatio, peerP50: p50, peerP99: p99, peerDurability: peer.durability });
        });
      } finally {
        await running.stop();
      }
    } catch (error) {
      say(`bench.peer.failed: ${peer.label} has no row here: ${(error as Error).message}`);
    }
  }
  return rows;
}
