import { Drawing } from './drawing.ts';
import { expect, test } from './journey.ts';
import { processesWith } from './product.ts';
import { expectRun, importAndOpen, runDraft, workflowFile } from './workflow-files.ts';

test('a cancelled run leaves no process behind, though its task ignores TERM and has forked', async ({ signedIn: page }) => {
  const marker = `drawloom-journey-${process.pid}-stubborn`;
  // Both end by themselves after a minute, whatever happens to this test.
  const stay = 'trap "" TERM; n=0; while [ $n -lt 600 ]; do sleep 0.1; n=$((n + 1)); done';
  const command = `(sh -c '${stay}' ${marker} </dev/null &)\necho "forked"\n${stay} # ${marker}`;
  await importAndOpen(page, 'Stubborn', workflowFile('Stubborn', { stay: command, after: 'echo never' }, [['stay', 'after']]));
  await runDraft(page);
  const drawing = new Drawing(page, /^Stubborn, run/);
  await expect(drawing.task('Stay', 'running')).toBeVisible();
  await drawing.task('Stay').click();
  await expect(page.getByRole('log')).toContainText('forked');
  expect(processesWith(marker).length).toBeGreaterThanOrEqual(2);

  await page.getByRole('button', { name: 'Cancel run' }).click();
  // What will become of each task stands there before it is done.
  const asked = page.getByRole('dialog', { name: 'Cancel this run' });
  await expect(asked).toContainText('1 task is working');
  await expect(asked.getByRole('listitem')).toHaveText([/^Stay.*running → cancelled$/, /^After.*cancelled$/]);
  await asked.getByRole('button', { name: 'Cancel the run' }).click();
  await expectRun(page, 'cancelled');
  await expect(drawing.task('Stay', 'cancelled')).toBeVisible();
  await expect(drawing.task('After', 'success')).toBeHidden();
  await expect.poll(() => processesWith(marker), { message: 'its processes are gone' }).toEqual([]);
});
