import type { Locator } from '@playwright/test';
import { Drawing } from './drawing.ts';
import { expect, test } from './journey.ts';
import { importAndOpen, workflowFile } from './workflow-files.ts';

const middle = (box: { x: number; y: number; width: number; height: number }) => ({
  x: box.x + box.width / 2,
  y: box.y + box.height / 2,
});

test('a drawing is put in order: groups, notes, search, copies, and versions compared on the canvas and restored', async ({
  signedIn: page,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const file = JSON.parse(
    workflowFile('Bread shop', { mix: 'echo 1', knead: 'echo 2', heat: 'echo 3', bake: 'echo 4' }, [
      ['mix', 'knead'],
      ['knead', 'bake'],
      ['heat', 'bake'],
    ]),
  ) as object;
  const layout = { direction: 'LR', positions: { mix: [0, 0], knead: [240, 0], heat: [240, 200], bake: [520, 60] } };
  await importAndOpen(page, 'Bread shop', JSON.stringify({ ...file, layout }));
  const drawing = new Drawing(page, 'Drawing of Bread shop');
  const said = page.getByRole('status', { name: 'What was done' });
  const { keyboard, mouse } = page;
  const boxOf = async (locator: ReturnType<Drawing['task']>) => {
    const box = await locator.boundingBox();
    if (box === null) throw new Error('it is not on the screen');
    return box;
  };

  await page.getByRole('button', { name: 'Publish' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Publish/ })
    .click();
  await expect(page.getByRole('button', { name: 'Publish' })).toBeVisible();

  // A group of two; a third is dragged into it, and again out.
  await drawing.task('Mix').click();
  await drawing.task('Knead').click({ modifiers: ['Shift'] });
  await keyboard.press('Control+g');
  const frame = drawing.region.getByRole('group', { name: /^Group Group, / });
  await expect(frame).toHaveAttribute('aria-label', 'Group Group, 2 inside');
  await keyboard.press('F2');
  await keyboard.type('Dough');
  await keyboard.press('Enter');
  const dough = drawing.region.getByRole('group', { name: /^Group Dough, / });
  const drag = async (what: Locator, to: { x: number; y: number }): Promise<void> => {
    const from = middle(await boxOf(what));
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(from.x, from.y - 8, { steps: 2 });
    await mouse.move(to.x, to.y, { steps: 6 });
    await mouse.up();
  };
  const inside = middle(await boxOf(dough));
  await drag(drawing.task('Heat'), { x: inside.x, y: inside.y + 8 });
  await expect(said).toContainText('Moved into Dough.');
  await expect(dough).toHaveAttribute('aria-label', 'Group Dough, 3 inside');

  // Arranged, the frame holds its own boxes alone, and the note goes along with the box it stands by.
  await drawing.region.focus();
  await keyboard.press('n');
  await keyboard.type('# Ask Ana\nAbout the **flour**.');
  await keyboard.press('Control+Enter');
  const note = drawing.region.getByRole('note');
  await expect(note.locator('strong')).toHaveText('flour');
  await keyboard.press('Escape');
  await keyboard.press('l');
  await expect(said).toContainText('Arranged.');
  const [held, bake] = [await boxOf(dough), await boxOf(drawing.task('Bake'))];
  expect(bake.x).toBeGreaterThan(held.x + held.width);
  await drag(drawing.task('Heat'), { x: bake.x + 100, y: held.y + held.height + 160 });
  await expect(dough).toHaveAttribute('aria-label', 'Group Dough, 2 inside');

  // The note is made larger by its corner; steps of the keyboard move what is chosen.
  await note.click();
  const before = await boxOf(note);
  const corner = middle(await boxOf(drawing.region.getByRole('button', { name: /^Size of the note/ })));
  await mouse.move(corner.x, corner.y);
  await mouse.down();
  await mouse.move(corner.x + 60, corner.y + 30, { steps: 4 });
  await mouse.up();
  await expect.poll(async () => (await boxOf(note)).width).toBeGreaterThan(before.width + 40);
  await note.click();
  await keyboard.press('Control+ArrowRight');
  await expect(said).toContainText(/^a note: \d+ across/);

  // Search, copy and paste, with the note.
  await keyboard.press('Control+f');
  await keyboard.type('group:dough');
  await expect(page.getByRole('search').getByRole('status')).toHaveText('2 found');
  await keyboard.press('Control+a');
  await keyboard.press('Delete');
  await drawing.task('Bake').click();
  await note.click({ modifiers: ['Shift'] });
  await keyboard.press('Control+c');
  await keyboard.press('Control+v');
  await expect(said).toContainText('1 task and 1 note pasted.');
  await drawing.region.getByRole('button', { name: 'Fit the drawing' }).click();
  await expect(drawing.region.getByRole('note')).toHaveCount(2);
  await expect(drawing.region.getByRole('group', { name: /^Bake, / })).toHaveCount(2);

  // Heat is deleted; on the version the drawing shows it, and what came since, and it is put back.
  await drawing.task('Heat').click();
  await keyboard.press('Delete');
  await expect(drawing.task('Heat')).toBeHidden();
  await page.getByRole('link', { name: 'Versions' }).click();
  const version = new Drawing(page, 'Drawing of version 1');
  await expect(version.task('Heat', 'removed')).toBeVisible();
  await expect(version.region.getByRole('group', { name: /^Bake, .*added/ })).toBeVisible();
  await expect(version.region.getByRole('img', { name: 'Heat to Bake, removed' })).toBeAttached();
  await version.task('Heat').click();
  const read = page.getByRole('complementary', { name: 'Task Heat' });
  await expect(read).toContainText('echo 3');
  await page.getByRole('button', { name: 'Restore version 1' }).click();
  await page.getByRole('link', { name: 'Design' }).click();
  await expect(drawing.task('Heat')).toBeVisible();
  await expect(drawing.region.getByRole('note')).toHaveCount(0);
});
