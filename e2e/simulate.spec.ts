import { Drawing } from './drawing.ts';
import { expect, test } from './journey.ts';
import { expectRun, importAndOpen, runDraft, workflowFile } from './workflow-files.ts';

test('simulate a draft with a failing task, then replay its last run on a changed draft', async ({ signedIn: page }) => {
  const commands = { mill: 'echo flour', knead: 'echo dough', bake: 'echo bread' };
  const edges: [string, string][] = [
    ['mill', 'knead'],
    ['knead', 'bake'],
  ];
  await importAndOpen(page, 'What if', workflowFile('What if', commands, edges));
  const drawing = new Drawing(page, 'Drawing of What if');

  // What if kneading fails? Nothing is executed, and the drawing says what follows.
  await page.getByRole('button', { name: 'Simulate', exact: true }).click();
  const dock = page.getByRole('region', { name: 'Simulation' });
  await expect(dock.getByRole('status')).toContainText('success');
  await expect(drawing.task('Bake', 'success')).toBeVisible();
  await dock.getByRole('combobox', { name: 'Outcome of Knead' }).click();
  await page.getByRole('option', { name: /^Fails each attempt/ }).click();
  await expect(drawing.task('Knead', 'failed')).toBeVisible();
  await expect(drawing.task('Bake', 'upstream failed')).toBeVisible();
  await expect(dock.getByRole('status')).toContainText('failed');
  await dock.getByRole('tab', { name: 'Result' }).click();
  await expect(dock.getByRole('list', { name: 'Tasks that do not succeed' })).toContainText('Bake: Knead failed');

  // Virtual time: before anything began, after the first event, at the end again.
  await dock.getByRole('slider', { name: 'Instant that is shown' }).press('Home');
  await expect(drawing.task('Bake', 'waits for upstream')).toBeVisible();
  await dock.getByRole('slider', { name: 'Instant that is shown' }).press('End');
  await expect(drawing.task('Bake', 'upstream failed')).toBeVisible();
  await dock.getByRole('tab', { name: '1,000 times' }).click();
  await dock.getByRole('button', { name: 'Run 1,000 times' }).click();
  await expect(dock.getByRole('region', { name: 'Makespan' })).toContainText('0.0 % go well');
  await dock.getByRole('button', { name: 'Close the simulation' }).click();

  // A real run, then its replay on a draft without kneading and with a new task.
  await runDraft(page);
  await expectRun(page, 'success');
  await page.getByRole('button', { name: 'Show the critical path' }).click();
  await expect(page.getByRole('region', { name: 'Critical path' }).getByRole('listitem').first()).toContainText('%');
  await page.getByRole('button', { name: 'More about this run' }).click();
  await page.getByRole('menuitem', { name: /^Replay on the draft/ }).click();
  await expect(dock.getByText('Every task would end as it did.')).toBeVisible();
  await drawing.task('Knead').click();
  await page.keyboard.press('Delete');
  await drawing.drop('No-op', 300, 60);
  const differences = dock.getByRole('table', { name: 'Tasks then and with the draft' });
  await expect(differences.getByRole('row', { name: /^Knead is gone/ })).toBeVisible();
  await expect(differences.getByRole('row', { name: /^No-op new task/ })).toBeVisible();
  await expect(drawing.task('No-op', 'success')).toBeVisible();
});
