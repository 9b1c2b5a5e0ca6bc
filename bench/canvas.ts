import path from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { connectEngine } from '#server/engine/client.ts';
import { openStore } from '#server/store/open-store.ts';
import { becomeOwner, startBrowser } from './harness/browser.ts';
import { drag, pan, zoom } from './harness/canvas-hand.ts';
import { launch } from './harness/launcher.ts';
import { servePlainFlow } from './harness/plain-flow.ts';
import { toRow, type Row } from './harness/row.ts';
import { countCommits } from '../scripts/count-commits.mjs';
import { elements, heapMb, readyMs, watch, watchFromTheStart, type Watched } from './harness/watch-frames.ts';
import { meadow } from './harness/workflows.ts';
import type { Workload } from './harness/workload.ts';

const peer = 'plain React Flow';
/** One frame at 60 Hz: no picture can change faster. */
const frameMs = 1000 / 60;
/** Targets of docs/speed.md and design: ready ms, heap MB, by number of tasks. */
const targets: Record<number, { ready: number; heap: number }> = {
  100: { ready: 800, heap: 40 },
  1000: { ready: 1000, heap: 40 },
  5000: { ready: 1800, heap: 80 },
  10000: { ready: 3000, heap: 160 },
};
const mostElements = 3000;
/** The peer draws all boxes at once: a frame of 5,000 takes it a second, so 240 moves five times over would take an hour and show nothing new. */
const mostMovedByPeer = 1000;
/** With 10,000 it takes minutes to open. */
const mostOpenedByPeer = 5000;
const times = 5;

interface Seen {
  ready: number[];
  heap: number[];
  dom: number[];
  acts: Map<string, Watched[]>;
}

/** W11: drawings of 100 to 10,000 tasks in the designer, beside a page that is nothing but React Flow with the same drawing. */
export const canvas: Workload = {
  name: 'canvas',
  what: 'drawings of 100 to 10,000 tasks: open, pan, zoom, drag in fit view and at 100 %, a flood of statuses; beside plain React Flow',
  async run(_, { quick, size, say }) {
    const sizes = size !== null ? [size] : quick ? [1000] : [100, 1000, 5000, 10_000];
    const product = await launch();
    const plain = await servePlainFlow();
    const store = await openStore({ url: `file:${path.join(product.dataDir, 'drawloom.db')}`, role: 'tool', durability: 'D1' });
    const browser = await startBrowser();
    try {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      // The loader of TypeScript names functions by a helper that pages do not have.
      await context.addInitScript({ content: 'globalThis.__name = (named) => named;' });
      await context.addInitScript(countCommits);
      await context.addInitScript(watchFromTheStart);
      const page = await context.newPage();
      await becomeOwner(page, product.printed());
      const rows: Row[] = [];
      const add = async (definition: ReturnType<typeof meadow>) =>
        store.workflows.create(
          { id: definition.id, project: '', name: definition.name, tags: [], createdBy: null },
          definition,
          Date.now(),
        );
      for (const count of sizes) {
        const definition = meadow(`meadow-${count}`, count);
        await add(definition);
        for (const view of ['fit', 'one'] as const) {
          const ours = await measure(context, `${product.address}/workflows/${definition.id}`, view, count, async (page) => {
            await page.locator('.cv').focus();
            await page.keyboard.press(view === 'fit' ? '1' : '0');
          });
          say(`  ${count} ${view}: ready ${Math.round(median(ours.ready))} ms`);
          const theirs =
            count > mostOpenedByPeer
              ? null
              : await measure(
                  context,
                  plain.address(definition, view),
                  view,
                  count,
                  async () => undefined,
                  count <= mostMovedByPeer,
                );
          if (theirs !== null) say(`  ${count} ${view}, ${peer}: ready ${Math.round(median(theirs.ready))} ms`);
          rows.push(...rowsOf(count, view, ours, theirs));
        }
      }
      rows.push(...(await flood(page, product, add, size ?? (quick ? 1000 : 5000))));
      return rows;
    } finally {
      await browser.close();
      await store.close();
      await plain.stop();
      await product.stop();
    }
  },
};

/** Opens a drawing five times and, unless it is only `opened`, does each act as often. */
async function measure(
  context: BrowserContext,
  address: string,
  view: 'fit' | 'one',
  count: number,
  look: (page: Page) => Promise<void>,
  moved = true,
): Promise<Seen> {
  const seen: Seen = { ready: [], heap: [], dom: [], acts: new Map() };
  for (let k = 0; k < times; k++) {
    // A page of its own: the memory of the one before is not this one's.
    const page = await context.newPage();
    await page.goto(address, { timeout: 120_000 });
    seen.ready.push(await readyMs(page));
    await look(page);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    seen.dom.push(await elements(page));
    seen.heap.push(await heapMb(page));
    const spots = moved ? await placesOf(page, view, count) : null;
    const acts =
      spots === null
        ? []
        : ([
            ['pan', () => pan(page, spots.cloth)],
            ['zoom', () => zoom(page, spots.cloth)],
            ['drag', () => drag(page, spots.box)],
          ] as const);
    for (const [name, act] of acts) {
      const watched = await watch(page, act);
      seen.acts.set(name, [...(seen.acts.get(name) ?? []), watched]);
      seen.dom.push(await elements(page));
    }
    await page.close();
  }
  return seen;
}

/** A place on a box near the middle and one on the cloth, px of the page. */
async function placesOf(page: Page, view: 'fit' | 'one', count: number) {
  if (view === 'one') await page.locator('.react-flow__node').first().waitFor();
  const found = await page.evaluate(() => {
    const pane = document.querySelector('.react-flow')?.getBoundingClientRect() ?? new DOMRect(0, 0, 1440, 900);
    const middle = { x: pane.left + pane.width / 2, y: pane.top + pane.height / 2 };
    const boxes = [...document.querySelectorAll('.react-flow__node')].map((node) => node.getBoundingClientRect());
    const inside = boxes.filter(
      (r) => r.right > pane.left + 40 && r.left < pane.right - 200 && r.top > pane.top + 60 && r.bottom < pane.bottom - 60,
    );
    const near = inside.sort(
      (a, b) => Math.hypot(a.x - middle.x, a.y - middle.y) - Math.hypot(b.x - middle.x, b.y - middle.y),
    )[0];
    return {
      corner: { x: pane.left + 14, y: pane.top + pane.height - 90 },
      middle,
      box: near === undefined ? null : { x: Math.max(near.left, pane.left) + 60, y: near.top + near.height / 2 },
    };
  });
  if (found.box === null && view === 'one' && count > 0) throw new Error('no box is seen at 100 %');
  return { cloth: found.corner, box: found.box ?? found.middle };
}

function rowsOf(count: number, view: 'fit' | 'one', ours: Seen, theirs: Seen | null): Row[] {
  const target = targets[count] ?? { ready: 3000, heap: 160 };
  const where = `canvas ${count.toLocaleString('en')} ${view === 'fit' ? 'fit' : '100 %'}`;
  const row = (
    what: string,
    unit: Row['unit'],
    goal: number,
    floor: number,
    mine: number[],
    other: number[] | undefined,
  ): Row => {
    const made = toRow({ name: `${where} ${what}`, unit, durability: '-', target: goal, floor }, mine);
    if (other === undefined || other.length < times) return made;
    const p50 = toRow({ name: what, unit, durability: '-', target: goal, floor }, other).p50;
    return { ...made, peer, peerRatio: Math.round((p50 / made.p50) * 100) / 100 };
  };
  const most = Math.max(...ours.dom);
  if (most > mostElements) throw new Error(`${where}: ${most} elements, at most ${mostElements} are allowed`);
  return [
    row('ready', 'ms', target.ready, frameMs, ours.ready, theirs?.ready),
    row('heap', 'MB', target.heap, 10, ours.heap, theirs?.heap),
    row('elements', 'count', mostElements, 1, ours.dom, theirs?.dom),
    ...[...ours.acts].flatMap(([act, watched]) => {
      const other = theirs?.acts.get(act);
      return [
        row(
          `${act}, p95 frame`,
          'ms',
          20,
          frameMs,
          watched.map((w) => p95(w.framesMs)),
          other?.map((w) => p95(w.framesMs)),
        ),
        row(
          `${act}, main thread a frame`,
          'ms',
          8,
          1,
          watched.map((w) => w.mainMs),
          other?.map((w) => w.mainMs),
        ),
        row(
          `${act}, commits a frame`,
          'count',
          3,
          1,
          watched.map((w) => w.commits),
          other?.map((w) => w.commits),
        ),
      ];
    }),
  ];
}

const median = (samples: readonly number[]): number => [...samples].sort((a, b) => a - b)[Math.floor(samples.length / 2)] ?? NaN;

const p95 = (frames: readonly number[]): number =>
  [...frames].sort((a, b) => a - b)[Math.min(frames.length - 1, Math.floor(frames.length * 0.95))] ?? 0;

/** A run whose tasks all end within a moment, watched on its page until the last one is seen. */
async function flood(
  page: Page,
  product: { dataDir: string; address: string },
  add: (definition: ReturnType<typeof meadow>) => Promise<unknown>,
  count: number,
): Promise<Row[]> {
  // All of them wait for one task, so that the page is open before they begin; it is one of the tasks a workflow may have.
  const definition = meadow(`flood-${count}`, count - 1, 'noop@1', {});
  definition.tasks.push({ id: 'gate', operator: 'wait@1', name: 'Gate', config: { seconds: 3 } });
  definition.edges = definition.tasks.slice(0, -1).map((task) => ({ from: 'gate', to: task.id }));
  (definition.layout?.positions ?? {})['gate'] = [-400, 0];
  await add(definition);
  const engine = connectEngine(product.dataDir);
  await engine.publish({ workflowId: definition.id, revision: 1, message: 'bench', by: null });
  const frames: number[] = [];
  const main: number[] = [];
  const commits: number[] = [];
  for (let k = 0; k < times; k++) {
    const { runId } = await engine.createRun({ workflowId: definition.id, by: null });
    await page.goto(`${product.address}/runs/${runId}`);
    await readyMs(page);
    const watched = await watch(page, async () => {
      await page
        .getByRole('status')
        .filter({ hasText: /is success/ })
        .waitFor({ timeout: 60_000 });
    });
    frames.push(Math.max(...watched.framesMs));
    main.push(watched.mainMs);
    commits.push(watched.commits);
  }
  const name = `canvas flood of ${count.toLocaleString('en')}`;
  return [
    toRow({ name: `${name}, longest frame`, unit: 'ms', durability: 'D2', target: 33, floor: frameMs }, frames),
    toRow({ name: `${name}, main thread a frame`, unit: 'ms', durability: 'D2', target: 8, floor: 1 }, main),
    toRow({ name: `${name}, commits a frame`, unit: 'count', durability: 'D2', target: 3, floor: 1 }, commits),
  ];
}
