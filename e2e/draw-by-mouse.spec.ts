import { Drawing } from './drawing.ts';
import { expect, test } from './journey.ts';
import { expectRun, runDraft } from './workflow-files.ts';

test('draw from an empty canvas with the mouse, publish and run it', async ({ signedIn: page }) => {
  await page.getByRole('button', { name: 'New workflow', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Empty canvas/ }).click();
  await page.getByRole('textbox', { name: 'Name' }).press('Enter');
  await expect(page.getByText('Nothing is drawn yet.')).toBeVisible();
  await page
    .getByRole('button', { name: /, menu$/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Rename…' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('By mouse');
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  const drawing = new Drawing(page, 'Drawing of By mouse');

  await drawing.drop('Shell', 160, 140);
  await expect(drawing.task('Shell')).toBeVisible();
  const problems = page.getByRole('region', { name: 'Problems' });
  await expect(problems.getByRole('status')).toHaveText('1 error stops publishing');
  await expect(problems.getByRole('list', { name: 'List of problems' })).toContainText('Shell');
  const inspector = page.getByRole('complementary', { name: /^Inspector, / });
  await inspector.getByLabel('Name').fill('Count');
  await inspector.getByLabel('Name').press('Enter');
  await expect(drawing.task('Count')).toBeVisible();
  await inspector.getByRole('textbox', { name: 'Command' }).click();
  await page.keyboard.type('echo "$((6 * 7)) loaves"');
  await expect(problems.getByRole('status')).toHaveText('No problems. This draft can be published.');
  await inspector.getByRole('button', { name: 'Last line' }).click();

  await drawing.drop('No-op', 460, 140);
  await drawing.drop('Shell', 460, 320);
  await drawing.expectOutline('Count, Shell, begins', 'No-op, No-op, begins', 'Shell, Shell, begins, 1 error: Command is empty.');
  await inspector.getByRole('textbox', { name: 'Command' }).click();
  await page.keyboard.type('echo bake');
  await drawing.pull('Count', 'No-op');
  await expect(drawing.task('No-op', 'release to connect')).toBeVisible();
  await drawing.letGo();
  await drawing.pull('Count', 'Shell');
  await drawing.letGo();
  await drawing.expectOutline('Count, Shell, begins', 'No-op, No-op, after Count', 'Shell, Shell, after Count');

  // A cycle is refused while it is drawn, and says why.
  await drawing.pull('No-op', 'Count');
  await expect(drawing.task('Count', 'would make a cycle')).toBeVisible();
  await drawing.letGo();
  await expect(page.getByText('Not connected: would make a cycle.').first()).toBeVisible();
  await drawing.expectOutline('Count, Shell, begins', 'No-op, No-op, after Count', 'Shell, Shell, after Count');

  await page.getByRole('button', { name: 'Undo: connect Count to Shell' }).click();
  await drawing.expectOutline('Count, Shell, begins', 'No-op, No-op, after Count', 'Shell, Shell, begins');
  await page.getByRole('button', { name: 'Redo: connect Count to Shell' }).click();
  await drawing.expectOutline('Count, Shell, begins', 'No-op, No-op, after Count', 'Shell, Shell, after Count');

  // A task on an edge by its `+`, gone again by undo; boxes in line from the menu; the drawing as a picture.
  await drawing.pointAtEdge('Count', 'No-op');
  await page.getByRole('button', { name: 'Put a task here' }).click();
  await expect(page.getByRole('combobox', { name: 'What goes between Count and No-op?' })).toBeFocused();
  await page.keyboard.type('no-op');
  await page.keyboard.press('Enter');
  await drawing.expectOutline(
    'Count, Shell, begins',
    'No-op, No-op, after No-op 2',
    'Shell, Shell, after Count',
    'No-op 2, No-op, after Count',
  );
  await page.getByRole('button', { name: 'Undo: add No-op 2' }).click();
  await drawing.expectOutline('Count, Shell, begins', 'No-op, No-op, after Count', 'Shell, Shell, after Count');
  await drawing.task('No-op').click();
  await drawing.task('Shell').click({ modifiers: ['Control'] });
  await drawing.task('Shell').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Align and distribute' }).click();
  await page.getByRole('menuitem', { name: 'Align top' }).click();
  const [top, other] = [await drawing.task('No-op').boundingBox(), await drawing.task('Shell').boundingBox()];
  expect(top?.y).toBe(other?.y);
  await page.getByRole('button', { name: 'Undo: align top' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a picture' }).click();
  await page.getByRole('menuitem', { name: 'SVG of the drawing' }).click();
  expect((await download).suggestedFilename()).toBe('By mouse.svg');

  await page.getByRole('button', { name: 'Publish 1' }).click();
  await page.getByLabel('Message').fill('Six times seven');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByText('Version 1 published.')).toBeVisible();

  await runDraft(page);
  await expectRun(page, 'success');
  const run = new Drawing(page, /^By mouse, run/);
  for (const name of ['Count', 'No-op', 'Shell']) await expect(run.task(name, 'success')).toBeVisible();
  await run.task('Count').click();
  await page.getByRole('tab', { name: 'Output' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('42 loaves');
});
