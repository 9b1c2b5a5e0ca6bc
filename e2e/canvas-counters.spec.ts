import { writeFileSync } from 'node:fs';
import { countCommits } from '../scripts/count-commits.mjs';
import { countRenders } from '../scripts/count-renders.mjs';
import { Drawing } from './drawing.ts';
import { expect, test } from './journey.ts';
import { expectRun, importAndOpen, runDraft } from './workflow-files.ts';

const rows = 32;
const count = rows * rows;

/** A drawing of 1,024 boxes, placed. */
function large(): string {
  const ids = Array.from({ length: count }, (_, i) => `t${i}`);
  return JSON.stringify({
    format: 'drawloom/workflow@1',
    id: 'large',
    name: 'Large',
    triggers: [],
    tasks: ids.map((id) => ({ id, operator: 'noop@1', config: {} })),
    edges: ids.slice(rows).map((id, i) => ({ from: `t${i}`, to: id })),
    layout: {
      direction: 'LR',
      positions: Object.fromEntries(ids.map((id, i) => [id, [Math.floor(i / rows) * 240, (i % rows) * 84]])),
    },
  });
}

/** Counters only: they do not depend on how fast the machine is. */
/** Given to a page: counts in `canvasFills` what is painted on 2-D canvases. Stands alone, since only its text reaches the page. */
function countFills() {
  const { fill } = CanvasRenderingContext2D.prototype;
  const counted = Object.assign(globalThis, { canvasFills: 0 });
  CanvasRenderingContext2D.prototype.fill = function (...path: unknown[]) {
    counted.canvasFills++;
    return fill.apply(this, path as Parameters<typeof fill>);
  };
}

test('a drawing of 1,000 tasks stays under 3,000 elements at every zoom, moving the view commits React at most twice a move, and typing paints nothing', async ({
  signedIn: page,
}) => {
  await page.addInitScript(countCommits);
  await page.addInitScript(countFills);
  await page.reload();
  await importAndOpen(page, 'Large', large());
  await expect(page.getByRole('img', { name: `Overview of the drawing, ${count} boxes` })).toBeVisible();
  // Opened by link the document stays; the counter begins with a document of its own.
  await page.reload();
  const drawing = page.getByRole('region', { name: 'Drawing of Large' });
  await expect(drawing.getByRole('button', { name: 'Zoom in' })).toBeVisible();
  const box = await drawing.boundingBox();
  if (box === null) throw new Error('the drawing is not on the screen');
  const frame = () => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  let most = 0;
  for (
    let zoom = 0;
    zoom < 120;
    zoom = Number((await drawing.getByRole('button', { name: /^Zoom \d/ }).innerText()).replace(/\D/g, ''))
  ) {
    most = Math.max(most, await page.evaluate(() => document.getElementsByTagName('*').length));
    await drawing.getByRole('button', { name: 'Zoom in' }).click();
    await frame();
  }
  expect(most).toBeLessThanOrEqual(3000);

  const steps = 20;
  const commits = () => page.evaluate(() => (globalThis as unknown as { reactCommits: number }).reactCommits);
  for (const key of ['0', '1']) {
    await drawing.focus();
    await page.keyboard.press(key);
    await frame();
    // By two fingers: what lies under the pointer does not matter.
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await frame();
    const before = await commits();
    for (let i = 1; i <= steps; i++) {
      await page.mouse.wheel(4, 1);
      await frame();
    }
    const seen = (await commits()) - before;
    expect(seen, 'the counter counts').toBeGreaterThan(0);
    expect(seen / steps).toBeLessThanOrEqual(2);
  }

  // A key in a form changes nothing that is painted: two commits (the text, the state of saving), no box and no thread anew.
  const fills = () => page.evaluate(() => (globalThis as unknown as { canvasFills: number }).canvasFills);
  expect(await fills(), 'the counter counts').toBeGreaterThan(0);
  await page.getByRole('textbox', { name: 'Description' }).click();
  await page.keyboard.type('A');
  await frame();
  const [commitsBefore, fillsBefore] = [await commits(), await fills()];
  const words = 'large drawing';
  for (const letter of words) {
    await page.keyboard.type(letter);
    await frame();
  }
  expect((await fills()) - fillsBefore).toBe(0);
  expect(((await commits()) - commitsBefore) / words.length).toBeLessThanOrEqual(4);
});

test('a task that goes its way on the run page makes its box, its row and what counts anew, not the page round them', async ({
  signedIn: page,
  product,
}) => {
  const tasks = 24;
  const ids = Array.from({ length: tasks }, (_, i) => `t${i}`);
  const gate = product.file('gate-counters');
  const wait = 'n=0; until [ -e "$DRAWLOOM_FILES/gate-counters" ] || [ $n -ge 1200 ]; do sleep 0.05; n=$((n + 1)); done';
  await page.addInitScript(countRenders);
  await page.reload();
  await importAndOpen(
    page,
    'Counted',
    JSON.stringify({
      format: 'drawloom/workflow@1',
      id: 'counted',
      name: 'Counted',
      triggers: [],
      tasks: [
        { id: 'gate', operator: 'shell@1', config: { command: wait } },
        ...ids.map((id) => ({ id, operator: 'wait@1', config: { seconds: 0.05 } })),
      ],
      edges: ids.map((id, i) => ({ from: i === 0 ? 'gate' : `t${i - 1}`, to: id })),
    }),
  );
  await runDraft(page);
  await expect(new Drawing(page, /^Counted, run/).task('gate', 'running')).toBeVisible();
  const renders = () => page.evaluate(() => (globalThis as unknown as { reactRenders: number }).reactRenders);
  const before = await renders();
  expect(before, 'the counter counts').toBeGreaterThan(0);
  writeFileSync(gate, '');
  await expectRun(page, 'success');
  // Some six events a task. The whole page round them is 400 components and more, each time.
  const each = ((await renders()) - before) / tasks;
  expect(each).toBeGreaterThan(1);
  expect(each).toBeLessThanOrEqual(200);
});
