import { writeFileSync } from 'node:fs';
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
  await panel.getByRole('tab', { name: 'Rendered config' }).click();
  await expect(panel.getByRole('tabpanel')).toContainText('def main(inputs, run)');
  await panel.getByRole('tab', { name: 'Output' }).click();
  await expect(panel.getByRole('tabpanel')).toContainText(/csv/);
  await panel.getByRole('tab', { name: 'Events' }).click();
  await expect(panel.getByRole('tabpanel')).toContainText(/started/i);
});

test('rings move and the log streams while a task works', async ({ signedIn: page, product }) => {
  const gate = product.file('gate-live');
  const wait = 'n=0; until [ -e "$DRAWLOOM_FILES/gate-live" ] || [ $n -ge 1200 ]; do sleep 0.05; n=$((n + 1)); done';
  await importAndOpen(
    page,
    'Watched',
    workflowFile('Watched', { knead: `echo "kneading"\n${wait}\necho "kneaded"`, bake: 'echo "baked"' }, [['knead', 'bake']]),
  );
  await runDraft(page);
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
  await expectRun(page, 'success');
});
