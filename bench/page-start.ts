import { launch } from './harness/launcher.ts';
import { toRow } from './harness/row.ts';
import type { Workload } from './harness/workload.ts';

/** `npm start` of a built clone (the launcher) on an empty data directory, until the sign-in page answers. */
export const pageStart: Workload = {
  name: 'page-start',
  what: 'launcher of a built clone on an empty data directory, until the sign-in page answers',
  async run(floors, { quick }) {
    const samples: number[] = [];
    for (let i = 0; i < (quick ? 5 : 8); i++) {
      const began = performance.now();
      const product = await launch();
      samples.push(performance.now() - began);
      await product.stop();
    }
    // The least: three processes.
    return [toRow({ name: 'page-start', unit: 'ms', durability: '-', target: 3000, floor: 3 * floors.spawn }, samples)];
  },
};
