import { Drawing } from './drawing.ts';
import { expect, test } from './journey.ts';
import { expectRun } from './workflow-files.ts';

test('draw, configure, connect, undo, publish and run with the keyboard alone', async ({ signedIn: page }) => {
  const { keyboard } = page;
  await expect(page.getByRole('link', { name: 'Daily weather' })).toBeVisible();
  await keyboard.press('n');
  await expect(page.getByRole('dialog', { name: 'New workflow' }).getByRole('textbox', { name: 'Name' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.getByText('Nothing is drawn yet.')).toBeVisible();
  const drawing = new Drawing(page, /^Drawing of /);
  const picker = page.getByRole('combobox', { name: /What shall be added/ });

  await keyboard.press('a');
  await expect(picker).toBeFocused();
  await keyboard.type('shell');
  await keyboard.press('Enter');
  await expect(drawing.task('Shell')).toBeFocused();
  const problems = page.getByRole('region', { name: 'Problems' });
  await expect(problems.getByRole('status')).toHaveText('1 error stops publishing');
  await keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Command' })).toBeFocused();
  await keyboard.type('echo bread');
  await expect(problems.getByRole('status')).toHaveText('No problems. This draft can be published.');

  // From the form back to the drawing: F6 goes round the parts of the page.
  const focused = page.locator('*:focus');
  for (let i = 0; i < 4 && (await drawing.region.locator('*:focus').count()) === 0; i++) await keyboard.press('F6');
  await expect(drawing.task('Shell')).toBeFocused();

  await keyboard.press('F2');
  await expect(focused).toHaveAttribute('aria-label', 'Name');
  await keyboard.type('Bake');
  await keyboard.press('Enter');
  await expect(drawing.task('Bake')).toBeVisible();

  // The next one follows the selected task; a third does not, and is connected by hand.
  await keyboard.press('a');
  await keyboard.type('no-op');
  await keyboard.press('Enter');
  await expect(drawing.task('No-op')).toBeFocused();
  await drawing.expectOutline('Bake, Shell, begins', 'No-op, No-op, after Bake');
  await keyboard.press('Escape');
  await keyboard.press('a');
  await keyboard.type('no-op');
  await keyboard.press('Enter');
  await expect(drawing.task('No-op 2')).toBeFocused();
  await drawing.expectOutline('Bake, Shell, begins', 'No-op, No-op, after Bake', 'No-op 2, No-op, begins');

  const connect = page.getByRole('combobox', { name: /^Connect .* to$/ });
  await drawing.walkTo('No-op 2', 'No-op');
  await expect(drawing.task('No-op')).toBeFocused();
  await keyboard.press('c');
  await expect(connect).toBeFocused();
  await expect(page.getByRole('option', { name: /^Bake/ })).toContainText('would make a cycle');
  await keyboard.type('no-op 2');
  await keyboard.press('Enter');
  await drawing.expectOutline('Bake, Shell, begins', 'No-op, No-op, after Bake', 'No-op 2, No-op, after No-op');

  await keyboard.press('Control+z');
  await drawing.expectOutline('Bake, Shell, begins', 'No-op, No-op, after Bake', 'No-op 2, No-op, begins');
  await keyboard.press('Control+y');
  await drawing.expectOutline('Bake, Shell, begins', 'No-op, No-op, after Bake', 'No-op 2, No-op, after No-op');

  // An edge is gone to, removed and brought back.
  await drawing.task('No-op').focus();
  await drawing.walkTo('No-op', 'Bake');
  await keyboard.press('e');
  await expect(page.getByRole('toolbar', { name: 'Edge Bake to No-op' })).toBeVisible();
  await keyboard.press('Delete');
  await drawing.expectOutline('Bake, Shell, begins', 'No-op, No-op, begins', 'No-op 2, No-op, after No-op');
  await keyboard.press('Control+z');
  await drawing.expectOutline('Bake, Shell, begins', 'No-op, No-op, after Bake', 'No-op 2, No-op, after No-op');

  // Publishing and running stand in the palette of commands too.
  const commands = page.getByRole('combobox', { name: 'Search or act' });
  await keyboard.press('Control+k');
  await expect(commands).toBeFocused();
  await keyboard.type('publish');
  await keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Publish version 1' })).toBeVisible();
  await expect(page.getByLabel('Message')).toBeFocused();
  await keyboard.type('By keys');
  await keyboard.press('Control+Enter');
  await expect(page.getByText('Version 1 published.')).toBeVisible();

  await keyboard.press('Control+k');
  await expect(commands).toBeFocused();
  await keyboard.type('run draft');
  await keyboard.press('Enter');
  await expectRun(page, 'success');
  await page.getByRole('link', { name: 'Open run' }).press('Enter');
  await expect(page).toHaveURL(/\/runs\//);
});
