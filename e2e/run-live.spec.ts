import { readFileSync, writeFileSync } from 'node:fs';
import { Drawing } from './drawing.ts';
import { expect, test } from './journey.ts';
import { expectRun, importAndOpen, runDraft, workflowFile } from './workflow-files.ts';

test('an example on real data runs green, and each task shows log, config, output and attempts', async ({ signedIn: page }) => {
  await page.getByRole('link', { name: 'Daily weather', exact: true }).click();
  await runDraft(page);
  await expectRun(page, 'success');
  const drawing = new Drawing(page, /^Daily weather, run/);
  for (const name of ['Read CSV', 'Clean', 'Check rows', 'Write report'])
    await expect(drawing.task(name, 'success')).toBeVisible();

  await drawing.task('Clean').click();
  const panel = page.getByRole('complementary', { name: /^Clean/ });
  await expect(panel.getByRole('button', { name: /Attempt 1/ })).toBeVisible();
  await expect(panel.getByRole('log')).toContainText('kept 365 rows, dropped 0');
  await panel.getByLabel('Search the log').fill('DROPPED');
  await expect(panel.getByRole('status')).toHaveText('1 of 1');
  await panel.getByLabel('Search the log').fill('nowhere');
  await expect(panel.getByRole('status')).toHaveText('not found');
  await panel.getByLabel('Search the log').fill('');
  const download = page.waitForEvent('download');
  await panel.getByLabel('Download the log').click();
  expect(readFileSync(await (await download).path(), 'utf8')).toContain('kept 365 rows, dropped 0');
  await panel.getByRole('tab', { name: 'Rendered config' }).click();
  await expect(panel.getByRole('tabpanel')).toContainText('def main(inputs, run)');
  await panel.getByRole('tab', { name: 'Output' }).click();
  await expect(panel.getByRole('tabpanel')).toContainText(/csv/);
  await panel.getByRole('tab', { name: 'Events' }).click();
  await expect(panel.getByRole('tabpanel')).toContainText(/started/i);

  // Back in time and on again, by keys on the axis and by the mouse; a row of the time line leads to its task.
  const timeLine = page.getByRole('region', { name: 'Time line of the run' });
  const instant = timeLine.getByRole('slider', { name: 'Instant that is shown' });
  await instant.press('Home');
  await expect(drawing.task('Clean', 'success')).toBeHidden();
  await expect(timeLine.getByRole('button', { name: 'End' })).toHaveAttribute('aria-pressed', 'false');
  await instant.press('Shift+ArrowRight');
  await expect(drawing.task('Read CSV', 'success')).toBeVisible();
  await expect(drawing.task('Write report', 'success')).toBeHidden();
  await timeLine.getByRole('button', { name: 'Speed 1×' }).click();
  await timeLine.getByRole('button', { name: 'Speed 2×' }).click();
  await timeLine.getByRole('button', { name: 'Play the run from here' }).click();
  await expect(drawing.task('Write report', 'success')).toBeVisible();
  await timeLine.getByRole('button', { name: 'End' }).click();
  await timeLine.getByRole('button', { name: 'Write report' }).click();
  await expect(page.getByRole('complementary', { name: /^Write report/ })).toBeVisible();
});

test('rings move and the log streams while a task works, on the drawing that is edited and on the page of the run', async ({
  signedIn: page,
  product,
}) => {
  const gate = product.file('gate-live');
  const wait = 'n=0; until [ -e "$DRAWLOOM_FILES/gate-live" ] || [ $n -ge 1200 ]; do sleep 0.05; n=$((n + 1)); done';
  await importAndOpen(
    page,
    'Watched',
    workflowFile(
      'Watched',
      { knead: `echo "kneading"\n${wait}\necho "kneaded"`, bake: 'echo "baked"', burn: 'echo "smoke"; exit 3' },
      [['knead', 'bake']],
    ),
  );
  await page.getByRole('button', { name: 'Run draft' }).click();
  const below = page.getByRole('region', { name: 'Run', exact: true });
  const draft = new Drawing(page, 'Drawing of Watched');
  await expect(draft.task('Knead', 'running')).toBeVisible();
  await expect(draft.task('Burn', 'failed')).toBeVisible();
  await draft.task('Knead').click();
  await expect(below.getByRole('log')).toContainText('kneading');
  await draft.task('Burn').click();
  await expect(below.getByRole('log')).toContainText('smoke');
  // The draft goes on being edited under it: what the run has not has no status.
  await draft.drop('No-op', 460, 60);
  await expect(draft.region.getByRole('group', { name: /^No-op/ })).not.toHaveAccessibleName(/waits|queued|running/);
  await expect(below).toContainText('1 change since');
  await page.keyboard.press('Control+z');
  await below.getByRole('link', { name: 'Open run' }).click();
  const drawing = new Drawing(page, /^Watched, run/);
  await expect(drawing.task('Knead', 'running')).toBeVisible();
  await expect(drawing.task('Bake', 'waits for upstream')).toBeVisible();
  await expectRun(page, 'running');
  await drawing.task('Knead').click();
  const log = page.getByRole('complementary', { name: 'Knead' }).getByRole('log');
  await expect(log).toContainText('kneading');
  await expect(log).not.toContainText('kneaded');

  writeFileSync(gate, '');
  await expect(log).toContainText('kneaded');
  await expect(drawing.task('Knead', 'success')).toBeVisible();
  await expect(drawing.task('Bake', 'success')).toBeVisible();
  await expectRun(page, 'failed');

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'More about this run' }).click();
  await page.getByRole('menuitem', { name: /Copy as an incident/ }).click();
  await expect(page.getByText('Incident copied.')).toBeVisible();
  const incident = await page.evaluate(() => navigator.clipboard.readText());
  expect(incident).toContain('Burn failed: exit 3');
  expect(incident).toContain(page.url());

  // The last run is there again below the drawing; its edge is moved by keys, and it closes.
  await page.getByRole('navigation', { name: 'Workflow' }).getByRole('link', { name: 'Design' }).click();
  await page.getByRole('navigation', { name: 'Below the drawing' }).getByRole('button', { name: 'Run' }).click();
  await expect(draft.task('Bake', 'success')).toBeVisible();
  const edge = below.getByRole('separator');
  const before = Number(await edge.getAttribute('aria-valuenow'));
  await edge.press('ArrowUp');
  await expect(edge).toHaveAttribute('aria-valuenow', String(before + 16));
  await below.getByRole('button', { name: 'Close the run' }).click();
  await expect(draft.task('Bake', 'success')).toBeHidden();
});
