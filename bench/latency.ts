import { startAskServer, type AskServer } from './harness/ask-server.ts';
import { atRate } from './harness/at-rate.ts';
import { beside } from './harness/peers/beside.ts';
import { startProcesses } from './harness/processes.ts';
import { toRow, type Row } from './harness/row.ts';
import { chain } from './harness/workflows.ts';
import type { Workload } from './harness/workload.ts';

const length = 3;
const perSecond = 5;

/** A run as the caller saw it, by `performance.now()`; `key` is the first part of the paths its tasks asked for. */
interface Call {
  key: string;
  beganAt: number;
  endedAt: number;
}

/** Samples in ms: to the first task, from one to the next, the whole; each task is seen by the server it asks. */
function measured({ asks }: AskServer, calls: readonly Call[]): number[][] {
  const [first, step, whole]: number[][] = [[], [], []];
  for (const { key, beganAt, endedAt } of calls) {
    const seen = Array.from({ length }, (_, i) => asks.filter((ask) => ask.path === `${key}/t${i}`));
    if (seen.some((ones) => ones.length !== 1)) throw new Error(`${key}: ${length} tasks asking once each were wanted`);
    const [one, ...others] = seen.flat();
    first?.push(one!.cameAt - beganAt);
    others.forEach((ask, i) => step?.push(ask.cameAt - seen.flat()[i]!.answeredAt));
    whole?.push(endedAt - beganAt);
  }
  return [first ?? [], step ?? [], whole ?? []];
}

/** An idle server, a run now and then: what a person or a webhook waits for. */
export const latency: Workload = {
  name: 'latency',
  what: `${perSecond} runs a second of ${length} tasks that each ask a server: request to first task, task to task, request to end seen`,
  async run(floors, options) {
    const count = perSecond * (options.quick ? 10 : 60);
    const server = await startAskServer();
    try {
      const product = await startProcesses('full', { env: { DRAWLOOM_HTTP_ALLOW: server.host } });
      let samples: number[][];
      try {
        const url = `http://${server.host}/{{ run.id }}/{{ task.id }}`;
        await product.publish(chain('ask', length, 'http@1', { url, response: 'text' }));
        await atRate(perSecond, perSecond, () => product.runToEnd('ask'));
        const calls = await atRate(count, perSecond, async (): Promise<Call> => {
          const beganAt = performance.now();
          const { run } = await product.runToEnd('ask');
          return { key: run.id, beganAt, endedAt: performance.now() };
        });
        samples = measured(server, calls);
      } finally {
        await product.stop();
      }
      const { loopback, commitD2 } = floors;
      // The whole: the first task, two steps, one more commit for the end.
      const rows: Row[] = (
        [
          ['latency-first', 2, 2 * loopback + commitD2],
          ['latency-step', 1, loopback + commitD2],
          ['latency-whole', 5, 4 * loopback + 4 * commitD2],
        ] as const
      ).map(([name, target, floor], i) => toRow({ name, unit: 'ms', durability: 'D2', target, floor }, samples[i] ?? []));
      return await beside(rows, 'ask', options, async (peer) => {
        let next = 0;
        const call = async (): Promise<Call> => {
          const key = `peer-${next++}`;
          const steps = Array.from({ length }, (_, i) => ({ kind: 'ask' as const, url: `http://${server.host}/${key}/t${i}` }));
          const beganAt = performance.now();
          await peer.chain(steps);
          return { key, beganAt, endedAt: performance.now() };
        };
        server.asks.length = 0;
        await atRate(perSecond, perSecond, call);
        return measured(server, await atRate(count, perSecond, call));
      });
    } finally {
      await server.stop();
    }
  },
};
