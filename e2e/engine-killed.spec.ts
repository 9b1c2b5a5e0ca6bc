import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { Drawing } from './drawing.ts';
import { expect, test } from './journey.ts';
import type { Product } from './product.ts';
import { expectRun, importAndOpen, runDraft, workflowFile } from './workflow-files.ts';

/** Runs a workflow whose first task writes its process id into a ledger and then waits for a file; gives what is needed to go on. */
async function runLong(page: Page, product: Product, name: string) {
  const id = name.toLowerCase().replaceAll(' ', '-');
  const wait = `n=0; until [ -e "$DRAWLOOM_FILES/gate-${id}" ] || [ $n -ge 1200 ]; do sleep 0.05; n=$((n + 1)); done`;
  const long = `echo "started as $$"\necho $$ >> "$DRAWLOOM_FILES/ledger-${id}"\n${wait}\necho "still $$"`;
  await importAndOpen(page, name, workflowFile(name, { long, last: 'echo "morning"' }, [['long', 'last']]));
  await runDraft(page);
  const drawing = new Drawing(page, new RegExp(`^${name}, run`));
  await expect(drawing.task('Long', 'running')).toBeVisible();
  await drawing.task('Long').click();
  const panel = page.getByRole('complementary', { name: 'Long' });
  await expect(panel.getByRole('log')).toContainText('started as');
  const ledger = () => readFileSync(product.file(`ledger-${id}`), 'utf8').trim();
  const pid = ledger();
  return {
    drawing,
    /** Throws when the task is gone. */
    expectAlive: () => process.kill(Number(pid), 0),
    /** Lets the task end; the page, which was never loaded anew, shows a green run of one attempt and one start. */
    async finish(): Promise<void> {
      writeFileSync(product.file(`gate-${id}`), '');
      await expect(drawing.task('Last', 'success')).toBeVisible();
      await expectRun(page, 'success');
      await expect(panel.getByRole('log')).toContainText(`still ${pid}`);
      await expect(panel.getByRole('button', { name: /Attempt \d/ })).toHaveCount(1);
      expect(ledger(), 'one start').toBe(pid);
    },
  };
}

test('a task goes on while its engine is killed and started again', async ({ signedIn: page, product, expectComplaint }) => {
  // While the engine is away, what the page asks of it is answered with 503.
  expectComplaint(/503/);
  const run = await runLong(page, product, 'Long night');
  await product.killEngine();
  run.expectAlive();
  await expect(run.drawing.task('Long', 'running')).toBeVisible();
  await run.finish();
});

test('a task goes on while all of Drawloom is stopped and started again', async ({
  signedIn: page,
  product,
  expectComplaint,
}) => {
  // While nobody listens, the browser says so of each try to connect.
  expectComplaint(/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|503/);
  const run = await runLong(page, product, 'Upgrade');
  await product.stop();
  await expect(page.getByText(/^Not connected since/)).toBeVisible();
  run.expectAlive();
  await product.start();
  await expect(page.getByText(/^Not connected since/)).toBeHidden();
  await expect(run.drawing.task('Long', 'running')).toBeVisible();
  await run.finish();
});
