import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expectAccessible } from './accessible.ts';
import { Drawing } from './drawing.ts';
import { expect, test } from './journey.ts';
import { expectRun, importAndOpen, runDraft, workflowFile } from './workflow-files.ts';

test('pools: a task waits for one that nobody made, meanwhile its run is paused from the list; it starts when it is made, within its limit of memory, and again by force', async ({
  signedIn: page,
}) => {
  // Kilobytes of address space that a process may take.
  const file = JSON.parse(workflowFile('Pool journey', { one: 'ulimit -v' })) as { tasks: object[] };
  file.tasks[0] = { ...file.tasks[0], pool: { name: 'warehouse', slots: 2 } };
  await importAndOpen(page, 'Pool journey', JSON.stringify(file));
  await new Drawing(page, 'Drawing of Pool journey').task('One').click();
  await page.getByRole('textbox', { name: 'Memory, MiB' }).fill('256');
  await runDraft(page);
  const run = page.url();

  await page.goto(new URL('/runs?workflow=pool-journey', run).href);
  const line = page.getByRole('row').filter({ hasText: 'Pool journey' });
  for (const [verb, word, reached] of [
    ['Pause', 'paused', '1 task is held'],
    ['Resume', 'running', '1 task asks for slots'],
  ] as const) {
    await page.getByRole('checkbox', { name: 'Select run 1 of Pool journey' }).check();
    await page.getByRole('button', { name: `${verb}…` }).click();
    const act = page.getByRole('dialog', { name: `${verb} 1 run` });
    await expect(act.getByRole('list', { name: 'Runs and what becomes of them' }).getByRole('listitem')).toContainText(reached);
    await act.getByRole('button', { name: `${verb} 1 run` }).click();
    await expect(act).toBeHidden();
    await expect(line).toContainText(word);
  }
  await page.goto(new URL('/pools', run).href);
  const row = page.getByRole('row').filter({ hasText: 'warehouse' });
  await expect(row).toContainText('Nobody made it');
  await expectAccessible(page, 'pools');
  await row.getByRole('button', { name: /^Acts on pool/ }).click();
  await page.getByRole('menuitem', { name: 'Make it…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Slots').fill('two');
  await dialog.getByRole('button', { name: 'Make the pool' }).click();
  await expect(dialog).toContainText('A whole number');
  await dialog.getByLabel('Slots').fill('2');
  await dialog.getByRole('button', { name: 'Make the pool' }).click();
  await expect(row).toContainText('0 of 2');
  await page.goto(run);
  await expectRun(page, 'success');
  const one = new Drawing(page, /^Pool journey, run/).task('One');
  await one.click();
  await page.getByRole('tab', { name: 'Output' }).click();
  await expect(page.getByRole('tabpanel', { name: 'Output' })).toContainText('262144');

  // Once more, and only this: what it has done is asked for first.
  await page.getByRole('button', { name: 'More about this task' }).click();
  await page.getByRole('menuitem', { name: 'Run just this…' }).click();
  const alone = page.getByRole('dialog', { name: 'Run just One' });
  await alone.getByRole('switch').click();
  await alone.getByRole('button', { name: 'Run it' }).click();
  await expect(alone).toBeHidden();
  await page.getByRole('tab', { name: 'Log' }).click();
  await expect(page.getByRole('complementary', { name: 'One' }).getByRole('button', { name: /Attempt \d/ })).toHaveCount(2);
  await expectRun(page, 'success');

  await page.goto(new URL('/pools', run).href);
  await row.getByRole('button', { name: /^Acts on pool/ }).click();
  await page.getByRole('menuitem', { name: 'Change…' }).click();
  await page.getByRole('dialog').getByLabel('Slots').fill('5');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(row).toContainText('0 of 5');
  await row.getByRole('button', { name: /^Acts on pool/ }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(row).toHaveCount(0);
});

test('health: the parts are up, the invariants hold, metrics are for admins', async ({ signedIn: page, product, request }) => {
  await page.goto(`${product.address}/health`);
  await expect(page.getByRole('definition').first()).toContainText('up');
  await expect(page.getByText('D2, full')).toBeVisible();
  await expect(page.getByText(/free of/)).toBeVisible();
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByText('All hold')).toBeVisible();
  await expectAccessible(page, 'health');

  expect((await request.get(`${product.address}/api/metrics`)).status()).toBe(401);
  expect((await request.get(`${product.address}/api/health/invariants`)).status()).toBe(401);
  const metrics = await page.request.get(`${product.address}/api/metrics`);
  expect(metrics.status()).toBe(200);
  expect(await metrics.text()).toContain('drawloom_engine_up 1');
  const report = (await (await page.request.get(`${product.address}/api/health/invariants`)).json()) as { ok: boolean };
  expect(report.ok).toBe(true);
});

test('clear: what was done outside is asked for, left as done or done again; the grid shows both runs', async ({
  signedIn: page,
  product,
}) => {
  const commands = {
    send: 'echo sent >> "$DRAWLOOM_FILES/consent.txt"; echo sent',
    check: 'test -e "$DRAWLOOM_FILES/consent-good" && echo good',
  };
  await importAndOpen(page, 'Consent journey', workflowFile('Consent journey', commands, [['send', 'check']]));
  await runDraft(page);
  await expectRun(page, 'failed');
  const sent = () => readFileSync(path.join(product.file('consent.txt')), 'utf8').split('\n').length - 1;
  const drawing = new Drawing(page, /^Consent journey, run/);
  const again = async () => {
    await drawing.task('Send').click();
    await page.getByRole('button', { name: 'More about this task' }).click();
    await page.getByRole('menuitem', { name: /^Run from here/ }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('button', { name: '1 answer is missing' })).toBeVisible();
    return dialog;
  };
  let dialog = await again();
  await expectAccessible(page, 'consent');
  await dialog.getByRole('button', { name: 'Leave as done' }).click();
  await dialog.getByRole('button', { name: 'Clear 1 task' }).click();
  await expect(dialog).toHaveCount(0);
  await drawing.task('Check').click();
  await expect(page.getByRole('complementary', { name: 'Check' }).getByRole('button', { name: /Attempt \d/ })).toHaveCount(2);
  await expectRun(page, 'failed');
  expect(sent()).toBe(1);
  dialog = await again();
  await dialog.getByRole('button', { name: 'Do it again' }).click();
  await dialog.getByRole('button', { name: 'Clear 2 tasks' }).click();
  await expect(dialog).toHaveCount(0);
  await drawing.task('Check').click();
  await expect(page.getByRole('complementary', { name: 'Check' }).getByRole('button', { name: /Attempt \d/ })).toHaveCount(3);
  expect(sent()).toBe(2);
  await expectRun(page, 'failed');

  await page.getByRole('navigation', { name: 'Workflow' }).getByRole('link', { name: 'Grid' }).click();
  const grid = page.getByRole('grid', { name: 'Runs by tasks' });
  await expect(grid.getByRole('gridcell', { name: /^Send, run 1: success/ })).toBeVisible();
  await expect(grid.getByRole('gridcell', { name: /^Check, run 1: failed/ })).toBeVisible();
  await expectAccessible(page, 'grid');
  await page.getByRole('button', { name: 'Clear what failed…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Clear 1 task in 1 run' }).click();
  await expect(grid.getByRole('gridcell', { name: /^Check, run 1: failed, attempt 4/ })).toBeVisible();
  await grid.getByRole('gridcell', { name: /^Check, run 1/ }).click();
  await expect(page).toHaveURL(/\/runs\/.*task=check/);
});

test('clear onto the newest version: the mended task runs, what succeeded is not done again, and time travel shows both versions', async ({
  signedIn: page,
  product,
}) => {
  const commands = { load: 'echo loaded >> "$DRAWLOOM_FILES/mended.txt"; echo loaded', check: 'exit 3' };
  await importAndOpen(page, 'Mended journey', workflowFile('Mended journey', commands, [['load', 'check']]));
  const publish = async (version: number) => {
    await page.getByRole('button', { name: `Publish ${version}` }).click();
    await page
      .getByRole('dialog', { name: `Publish version ${version}` })
      .getByRole('button', { name: /^Publish/ })
      .click();
    await expect(page.getByText(`Version ${version} published.`)).toBeVisible();
  };
  await publish(1);
  await page.getByRole('button', { name: 'More ways to run' }).click();
  await page.getByRole('menuitem', { name: 'Run version 1', exact: true }).click();
  await page.getByRole('region', { name: 'Run', exact: true }).getByRole('link', { name: 'Open run' }).click();
  await expectRun(page, 'failed');
  const run = page.url();

  await page.getByRole('navigation', { name: 'Workflow' }).getByRole('link', { name: 'Design' }).click();
  await new Drawing(page, 'Drawing of Mended journey').task('Check').click();
  await page.getByRole('textbox', { name: 'Command' }).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('echo mended');
  await expect(page.getByRole('status', { name: 'Draft' })).toContainText('Draft saved');
  await publish(2);

  await page.goto(run);
  await page.getByRole('button', { name: 'Clear…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '2, the newest' }).click();
  await expect(dialog.getByRole('status')).toContainText('1 task is changed (Check)');
  await expectAccessible(page, 'clear onto the newest version');
  await dialog.getByRole('button', { name: 'Clear 1 task in 1 run' }).click();
  await expect(dialog).toHaveCount(0);
  await expectRun(page, 'success');
  await expect(page.getByText('version 2, run 1')).toBeVisible();
  expect(readFileSync(product.file('mended.txt'), 'utf8')).toBe('loaded\n');
  // Back to its first moment it is what it was then.
  await page.getByRole('slider', { name: 'Instant that is shown' }).press('Home');
  await expect(page.getByText('version 1, run 1')).toBeVisible();
});

test('circuit breaker: opens after two failed runs, which is told as far as it can be, is tried by hand, opens again, is closed; the failed runs are cleared together', async ({
  signedIn: page,
  product,
}) => {
  const file = JSON.parse(workflowFile('Breaker journey', { load: 'exit 3' })) as Record<string, unknown>;
  const alerts = [{ on: ['circuit-open'], connection: 'night-watch' }];
  file.settings = { autoPauseAfterFailures: 2, maxActiveRuns: 1, alerts };
  file.triggers = [{ id: 'often', type: 'every', everySec: 1 }];
  await importAndOpen(page, 'Breaker journey', JSON.stringify(file));
  await page.getByRole('button', { name: 'Publish 1' }).click();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByText('Version 1 published.')).toBeVisible();
  await page.getByRole('switch', { name: 'Breaker journey is off' }).click();
  await page.goto(`${product.address}/breakers`);
  const row = page.getByRole('row').filter({ hasText: 'Breaker journey' });
  await expect(row.getByRole('cell').nth(1)).toContainText('Open');
  await expect(row).toContainText('2 in a row');
  await expectAccessible(page, 'breakers');

  // Nobody made that connection: the alert is kept, says why it was not sent, and is sent again when a person says so.
  await page.getByRole('link', { name: /^Alerts/ }).click();
  const alert = page.getByRole('listitem').filter({ hasText: 'Breaker journey: the circuit is open' });
  await expect(alert).toContainText('There is no connection night-watch.');
  await alert.getByRole('button', { name: 'Send again' }).click();
  await expect(alert).toContainText('not sent, tried once');
  await expectAccessible(page, 'alerts');
  await page.getByRole('link', { name: /^Circuit breakers/ }).click();

  await row.getByRole('button', { name: /^Acts on the circuit/ }).click();
  await page.getByRole('menuitem', { name: 'Start the trial run now' }).click();
  await expectRun(page, 'failed');
  await expect(page.getByRole('link', { name: 'Circuit open' })).toBeVisible();
  // The same in all runs before: one preview, one act.
  await page.getByRole('button', { name: 'Clear…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('in all earlier runs, too').click();
  await dialog.getByRole('button', { name: 'Clear 3 tasks in 3 runs' }).click();
  await expect(page.getByText('Cleared in 3 runs; they go on now.')).toBeVisible();

  await page.getByRole('link', { name: 'Circuit open' }).click();
  await expect(row).toContainText('3 in a row');
  await row.getByRole('button', { name: /^Acts on the circuit/ }).click();
  await page.getByRole('menuitem', { name: 'What happened…' }).click();
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(3);
  await page.keyboard.press('Escape');
  await page.goto(`${product.address}/workflows`);
  await page.getByRole('switch', { name: 'Breaker journey' }).click();
  await page.goto(`${product.address}/breakers`);
  await row.getByRole('button', { name: 'Close the circuit' }).click();
  await expect(row.getByRole('cell').nth(1)).toContainText('Closed');
});
