import path from 'node:path';
import { openStore } from '#server/store/open-store.ts';
import { connectEngine } from '#server/engine/client.ts';
import { becomeOwner, startBrowser } from './harness/browser.ts';
import { launch } from './harness/launcher.ts';
import { toRow } from './harness/row.ts';
import { chain } from './harness/workflows.ts';
import type { Workload } from './harness/workload.ts';

const length = 40;
/** Half a frame at 60 Hz: on average a change waits so long for the next one. */
const halfFrameMs = 1000 / 60 / 2;

/** Statuses on the drawing, each with the instant of the frame that showed it; filled inside the page. */
type Seen = Record<string, number>;

/** The recorded instant of an attempt's end until the frame that shows its task green. */
export const pixel: Workload = {
  name: 'pixel',
  what: `${length} waits of 0.1 s in a row, watched on the run page: end of an attempt to the frame that shows it`,
  async run(floors) {
    const product = await launch();
    const store = await openStore({ url: `file:${path.join(product.dataDir, 'drawloom.db')}`, role: 'tool', durability: 'D1' });
    const browser = await startBrowser();
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await becomeOwner(page, product.printed());

      const definition = chain('pixel', length, 'wait@1', { seconds: 0.1 });
      // One on top of the other on screen, so that each box is drawn.
      definition.layout = {
        positions: Object.fromEntries(definition.tasks.map((task, i) => [task.id, [(i % 8) * 240, Math.floor(i / 8) * 96]])),
      };
      const engine = connectEngine(product.dataDir);
      await store.workflows.create(
        { id: 'pixel', project: '', name: 'pixel', tags: [], createdBy: null },
        definition,
        Date.now(),
      );
      await engine.publish({ workflowId: 'pixel', revision: 1, message: 'bench', by: null });
      const { runId } = await engine.createRun({ workflowId: 'pixel', by: null });
      await page.goto(`${product.address}/runs/${runId}`);
      await page.locator('[data-task]').first().waitFor();
      await page.evaluate(() => {
        const seen: Record<string, number> = {};
        Object.assign(window, { seen });
        new MutationObserver((changes) => {
          for (const { target } of changes) {
            const { task, status } = (target as HTMLElement).dataset;
            // The callback of the next frame runs before it is painted; one message later it has been.
            if (task && status === 'success' && !(task in seen))
              requestAnimationFrame(() => {
                const channel = new MessageChannel();
                channel.port1.onmessage = () => (seen[task] ??= performance.timeOrigin + performance.now());
                channel.port2.postMessage(0);
              });
          }
        }).observe(document.body, { subtree: true, attributes: true, attributeFilter: ['data-status'] });
      });
      let after = 0;
      while ((await store.runs.get(runId))?.endedAt == null) after = (await engine.news({ after, runId })).cursor;
      await page.locator(`[data-task="t${length - 1}"][data-status="success"]`).waitFor();
      const seen = await page.evaluate(() => (window as unknown as { seen: Seen }).seen);
      const taskRuns = await store.runs.taskRuns(runId);
      const samples = taskRuns.flatMap(({ task, endedAt }) => (seen[task] && endedAt ? [seen[task] - endedAt] : []));
      if (samples.length < length / 2) throw new Error(`only ${samples.length} of ${length} changes were seen on the drawing`);
      const floor = floors.commitD2 + floors.loopback + halfFrameMs;
      return [toRow({ name: 'pixel', unit: 'ms', durability: 'D2', target: 20, floor }, samples)];
    } finally {
      await browser.close();
      await store.close();
      await product.stop();
    }
  },
};
