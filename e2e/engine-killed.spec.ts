import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Drawing } from './drawing.ts';
import { expect, test } from './journey.ts';
import { expectRun, importAndOpen, runDraft, workflowFile } from './workflow-files.ts';

test('a task goes on while its engine is killed and started again', async ({ signedIn: page, product, expectComplaint }) => {
  // While the engine is away, what the page asks of it is answered with 503.
  expectComplaint(/503/);
  const ledger = product.file('ledger');
  const wait = 'n=0; until [ -e "$DRAWLOOM_FILES/gate-killed" ] || [ $n -ge 1200 ]; do sleep 0.05; n=$((n + 1)); done';
  const command = `echo "started as $$"\necho $$ >> "$DRAWLOOM_FILES/ledger"\n${wait}\necho "still $$"`;
  await importAndOpen(
    page,
    'Long night',
    workflowFile('Long night', { long: command, last: 'echo "morning"' }, [['long', 'last']]),
  );
  await runDraft(page);
  const drawing = new Drawing(page, /^Long night, run/);
  await expect(drawing.task('Long', 'running')).toBeVisible();
  await drawing.task('Long').click();
  const log = page.getByRole('complementary', { name: 'Long' }).getByRole('log');
  await expect(log).toContainText('started as');
  const pid = readFileSync(ledger, 'utf8').trim();

  const engine = product.enginePid();
  process.kill(engine, 'SIGKILL');
  await expect
    .poll(() => (existsSync(`${product.dataDir}/engine.json`) ? product.enginePid() : engine), { message: 'another engine' })
    .not.toBe(engine);
  process.kill(Number(pid), 0); // throws when the task is gone
  await expect(drawing.task('Long', 'running')).toBeVisible();

  writeFileSync(product.file('gate-killed'), '');
  await expect(drawing.task('Last', 'success')).toBeVisible();
  await expectRun(page, 'success');
  await expect(log).toContainText(`still ${pid}`);
  await expect(page.getByRole('complementary', { name: 'Long' }).getByRole('button', { name: /Attempt \d/ })).toHaveCount(1);
  expect(readFileSync(ledger, 'utf8').trim()).toBe(pid);
});
