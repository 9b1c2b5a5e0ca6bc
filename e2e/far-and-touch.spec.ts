import type { CDPSession, Page } from '@playwright/test';
import { Drawing } from './drawing.ts';
import { expect, test } from './journey.ts';
import { importAndOpen } from './workflow-files.ts';

test.use({ hasTouch: true });

interface Point {
  x: number;
  y: number;
}

/** Four tasks that all fit at 100 %, two of them in a group. */
const wide = JSON.stringify({
  format: 'drawloom/workflow@1',
  id: 'wide',
  name: 'Wide',
  triggers: [],
  tasks: ['load', 'clean', 'send', 'keep'].map((id) => ({
    id,
    name: id.charAt(0).toUpperCase() + id.slice(1),
    operator: 'noop@1',
    config: {},
    ...(id === 'load' || id === 'clean' ? { group: 'intake' } : {}),
  })),
  groups: [{ id: 'intake', name: 'Intake' }],
  edges: [{ from: 'load', to: 'send' }],
  layout: { direction: 'LR', positions: { load: [0, 0], clean: [0, 140], send: [440, 0], keep: [440, 280] } },
});

/** Frames of the page; nothing is waited for by the clock. */
const frames = (page: Page, count: number): Promise<void> =>
  page.evaluate(async (left) => {
    for (; left > 0; left--) await new Promise((resolve) => requestAnimationFrame(resolve));
  }, count);

const fingers = async (hand: CDPSession, type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: Point[]): Promise<void> => {
  await hand.send('Input.dispatchTouchEvent', { type, touchPoints: points.map((point, id) => ({ ...point, id })) });
};
const swipe = async (hand: CDPSession, from: Point, by: Point): Promise<void> => {
  await fingers(hand, 'touchStart', from);
  for (let i = 1; i <= 8; i++) await fingers(hand, 'touchMove', { x: from.x + (by.x * i) / 8, y: from.y + (by.y * i) / 8 });
  await fingers(hand, 'touchEnd');
};

test('far away, where boxes are painted, everything can still be taken hold of, by mouse and by finger', async ({
  signedIn: page,
}) => {
  await importAndOpen(page, 'Wide', wide);
  const drawing = new Drawing(page, 'Drawing of Wide');
  const { mouse } = page;
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  const zoom = drawing.region.getByRole('button', { name: /^Zoom \d/ });
  await expect(zoom).toHaveText('100 %');

  // Where things are at 100 %, and so where they are once the view has been moved away from them round its middle.
  const pane = await drawing.region.boundingBox();
  if (pane === null) throw new Error('the drawing is not on the screen');
  const middle = { x: pane.x + pane.width / 2, y: pane.y + pane.height / 2 };
  let scale = 1;
  let shift = { x: 0, y: 0 };
  const near = async (name: string): Promise<Point> => {
    const box = await drawing.task(name).boundingBox();
    if (box === null) throw new Error(`${name} is not on the screen`);
    return { x: box.x + box.width / 2 - middle.x, y: box.y + box.height / 2 - middle.y };
  };
  const places = { load: await near('Load'), send: await near('Send'), keep: await near('Keep') };
  const at = (p: Point): Point => ({ x: middle.x + p.x * scale + shift.x, y: middle.y + p.y * scale + shift.y });
  /** The name under the mouse, which a box too small for it shows when it is pointed at. */
  const tip = drawing.region.locator('.cv-tip');
  const expectBoxAt = async (point: Point, name: string | null): Promise<void> => {
    await mouse.move(pane.x + 4, middle.y);
    await mouse.move(point.x, point.y);
    if (name === null) await expect(tip).toHaveCount(0);
    else await expect(tip).toHaveText(name);
  };
  const zoomOut = drawing.region.getByRole('button', { name: 'Zoom out' });
  for (; scale > 0.35; scale /= 1.25) await zoomOut.click();
  await expect(zoom).toHaveText('33 %');
  await expectBoxAt(at(places.send), 'Send');

  // An edge is clicked; a frame is dragged by its head and takes its boxes along.
  const onEdge = at({ x: (places.load.x + places.send.x) / 2, y: places.load.y });
  await mouse.click(onEdge.x, onEdge.y);
  await expect(inspector.getByRole('heading', { name: 'Load to Send' })).toBeVisible();
  const head = at({ x: places.load.x, y: places.load.y - 46 });
  await mouse.move(head.x, head.y);
  await mouse.down();
  await mouse.move(head.x + 20, head.y + 10, { steps: 4 });
  await mouse.move(head.x + 40, head.y - 60, { steps: 4 });
  await mouse.up();
  await expectBoxAt(at(places.load), null);
  await expectBoxAt({ x: at(places.load).x + 40, y: at(places.load).y - 60 }, 'Load');
  await page.keyboard.press('ControlOrMeta+z');
  await expectBoxAt(at(places.load), 'Load');

  // Its menu by the right button.
  await mouse.click(onEdge.x, onEdge.y, { button: 'right' });
  await expect(page.getByRole('menuitem', { name: /Put a task on the edge/ })).toBeVisible();
  await page.keyboard.press('Escape');

  // Dragged to the border, the view comes along.
  const keep = at(places.keep);
  await mouse.move(keep.x, keep.y);
  await mouse.down();
  await mouse.move(pane.x + pane.width - 6, keep.y, { steps: 6 });
  await frames(page, 20);
  await mouse.move(pane.x + pane.width - 60, keep.y);
  await mouse.up();
  await expectBoxAt(at(places.send), null);
  await expectBoxAt({ x: pane.x + pane.width - 60, y: keep.y }, 'Keep');
  await page.keyboard.press('ControlOrMeta+z');
  await zoom.click();
  await drawing.region.focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('1');
  await expect(zoom).toHaveText('100 %');
  for (scale = 1; scale > 0.35; scale /= 1.25) await zoomOut.click();
  await expectBoxAt(at(places.keep), 'Keep');

  const hand = await page.context().newCDPSession(page);
  // One finger moves the view, also where it begins on a box; a tap selects; what is selected is dragged.
  await swipe(hand, at(places.keep), { x: -64, y: 0 });
  shift = { x: -64, y: 0 };
  await expectBoxAt(at(places.keep), 'Keep');
  await expectBoxAt(at(places.send), 'Send');
  await page.touchscreen.tap(at(places.keep).x, at(places.keep).y);
  await expect(inspector.getByRole('textbox', { name: 'Name' })).toHaveValue('Keep');
  await swipe(hand, at(places.keep), { x: 0, y: 48 });
  await expectBoxAt(at(places.keep), null);
  await expectBoxAt({ x: at(places.keep).x, y: at(places.keep).y + 48 }, 'Keep');

  // A finger that rests asks for the menu; two come nearer; a double tap on cloth does so too, and asks for nothing.
  await fingers(hand, 'touchStart', at(places.send));
  await expect(page.getByRole('menuitem', { name: /Configure/ })).toBeVisible();
  await fingers(hand, 'touchEnd');
  await expect(page.getByRole('menuitem', { name: /Configure/ })).toBeVisible();
  await page.keyboard.press('Escape');
  const [left, right] = [
    { x: middle.x - 40, y: middle.y + 120 },
    { x: middle.x + 40, y: middle.y + 120 },
  ];
  await fingers(hand, 'touchStart', left, right);
  for (let i = 1; i <= 6; i++)
    await fingers(hand, 'touchMove', { ...left, x: left.x - i * 10 }, { ...right, x: right.x + i * 10 });
  await fingers(hand, 'touchEnd');
  await expect(zoom).toHaveText(/^(7\d|8\d) %$/);

  // Near, where boxes are elements, it is the same: the view moves until a box is selected, and a wire is drawn from its port.
  const boxOf = async (name: string) => {
    const box = await drawing.task(name).boundingBox();
    if (box === null) throw new Error(`${name} is not on the screen`);
    return { left: box.x, right: box.x + box.width, x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const [keepBefore, sendBefore] = [await boxOf('Keep'), await boxOf('Send')];
  await swipe(hand, keepBefore, { x: -80, y: -40 });
  await expect.poll(async () => sendBefore.x - (await boxOf('Send')).x).toBeGreaterThan(50);
  const [keepNow, sendNow] = [await boxOf('Keep'), await boxOf('Send')];
  expect(keepNow.x - sendNow.x).toBeCloseTo(keepBefore.x - sendBefore.x, 0);
  await page.touchscreen.tap(keepNow.x, keepNow.y);
  await swipe(hand, keepNow, { x: -120, y: 0 });
  await expect.poll(async () => keepNow.x - (await boxOf('Keep')).x).toBeGreaterThan(80);
  expect((await boxOf('Send')).x).toBeCloseTo(sendNow.x, 0);
  const port = await boxOf('Keep');
  await swipe(hand, { x: port.right + 6, y: port.y }, { x: sendNow.x - port.right - 6, y: sendNow.y - port.y });
  await expect(page.getByRole('region', { name: 'Outline of the drawing' })).toContainText('Send, No-op, after Load and Keep');

  const before = Number((await zoom.innerText()).replace(/\D/g, ''));
  const cloth = { x: pane.x + 60, y: pane.y + pane.height - 120 };
  // Within half a second after another touch the first tap is still the second of that one, and the pair is none: it is tried again.
  await expect(async () => {
    await page.touchscreen.tap(cloth.x, cloth.y);
    await page.touchscreen.tap(cloth.x, cloth.y);
    await expect(zoom).toHaveText(new RegExp(`^${Math.floor((before * 2) / 10)}\\d %$`), { timeout: 2_000 });
  }).toPass();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
