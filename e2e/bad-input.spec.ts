import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Drawing } from './drawing.ts';
import { expect, test } from './journey.ts';
import { freePort } from './product.ts';
import { expectRun, importAndOpen, importFile, runDraft, workflowFile } from './workflow-files.ts';

test('files that are no workflows are refused in words, and what is wrong with others is shown', async ({
  signedIn: page,
  expectComplaint,
}) => {
  expectComplaint(/4(13|22|00)/);
  const refusal = async (filename: string, words: string | RegExp) => {
    await expect(page.getByText(`${filename} was not imported.`).first()).toBeVisible();
    await expect(page.getByText(words).first()).toBeVisible();
  };
  await importFile(page, 'broken.json', '{ "format": "drawloom/workflow@1", "id": ');
  await refusal('broken.json', /Line 1, column 42: a value is expected/);
  await importFile(page, 'list.json', '[1, 2, 3]');
  await refusal('list.json', 'A workflow is an object.');
  await importFile(page, 'huge.json', JSON.stringify({ format: 'drawloom/workflow@1', description: 'x'.repeat(11 << 20) }));
  await refusal('huge.json', /10 MiB/);

  const good = JSON.parse(workflowFile('Round', { one: 'echo 1', two: 'echo 2' }, [['one', 'two']])) as {
    edges: { from: string; to: string }[];
    tasks: { operator: string }[];
  };
  good.edges.push({ from: 'two', to: 'one' });
  await importFile(page, 'round.json', JSON.stringify(good));
  await expect(page.getByText('round.json imported, switched off.')).toBeVisible();
  await page.getByRole('link', { name: 'Round', exact: true }).click();
  await expect(page.getByRole('list', { name: 'List of problems' })).toContainText(/cycle/i);
  await page.getByRole('button', { name: 'Publish 1' }).click();
  await expect(page.getByRole('dialog', { name: 'Publish version 1' })).toContainText(/errors? stops? publishing/);
  await page.getByRole('button', { name: 'Not yet' }).click();

  await page.getByRole('link', { name: 'Drawloom, all workflows' }).click();
  const strange = JSON.parse(workflowFile('Strange', { one: 'echo 1' })) as typeof good;
  strange.tasks[0]!.operator = 'teleport@7';
  await importAndOpen(page, 'Strange', JSON.stringify(strange));
  await expect(page.getByRole('list', { name: 'List of problems' })).toContainText('The operator "teleport" is not known here.');
  const drawing = new Drawing(page, 'Drawing of Strange');
  await drawing.task('One').click();
  await expect(
    page.getByText('The operator teleport@7 is not here, or it is broken. Its config is kept as it is.'),
  ).toBeVisible();

  // A clipboard that holds something else: it is said what, and the drawing stands as it stood.
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const paste = async (head: string, repeated: string, times: number, tail: string): Promise<void> => {
    await page.evaluate(([first, part, count, last]) => navigator.clipboard.writeText(`${first}${part.repeat(count)}${last}`), [
      head,
      repeated,
      times,
      tail,
    ] as const);
    await drawing.region.focus();
    await page.keyboard.press('ControlOrMeta+v');
  };
  await paste('Dear all, we meet at ten.', '', 0, '');
  await expect(page.getByText(/holds no Drawloom tasks.*\(paste\.foreign\)/).first()).toBeVisible();
  await paste('{"nodes": [{}', ',{"type": "n8n-nodes-base.set", "typeVersion": 3}', 220_000, '], "connections": {}}');
  await expect(page.getByText(/holds a workflow of n8n.*\(paste\.foreign\)/).first()).toBeVisible();
  await paste('{"format": "drawloom/workflow@1", "description": "', 'x', 11 << 20, '"}');
  await expect(page.getByText(/larger than 10 MiB.*\(definition\.cap\)/).first()).toBeVisible();
  await drawing.task('One').click();
  await expect(drawing.task('One')).toHaveAttribute('aria-current', 'true');
});

test('a cron that can never be, one that is malformed, and a zone that is none are answered in the form', async ({
  signedIn: page,
}) => {
  await importAndOpen(page, 'Never', workflowFile('Never', { one: 'echo 1' }));
  await page
    .getByRole('navigation', { name: 'Workflow' })
    .getByRole('link', { name: /^Triggers/ })
    .click();
  await page.getByRole('button', { name: 'Add a trigger' }).last().click();
  const form = page.getByRole('region', { name: 'Trigger form' });
  const next = page.getByRole('region', { name: 'Next runs' });
  const minute = page.getByRole('textbox', { name: 'Line 1, minute' });
  await expect(next.getByRole('row')).toHaveCount(21);

  await minute.fill('61');
  await expect(minute).toHaveAttribute('aria-invalid', 'true');
  await expect(form).toContainText(/61/);
  await expect(next.getByRole('row')).toHaveCount(0);
  await minute.fill('0 0 30 2 *');
  await expect(page.getByRole('textbox', { name: 'Line 1, month' })).toHaveValue('2');
  await expect(form).toContainText(/never/i);
  await expect(next.getByRole('row')).toHaveCount(0);
  await page.getByRole('button', { name: 'Publish 1' }).click();
  await expect(page.getByRole('dialog', { name: 'Publish version 1' })).toContainText('1 error stops publishing');
  await page.getByRole('button', { name: 'Not yet' }).click();
  await minute.fill('0 0 1 2 *');
  await expect(next.getByRole('row')).toHaveCount(21);

  await page.getByRole('button', { name: /^Time zone: / }).click();
  await page.getByLabel('City or zone').fill('Atlantis');
  await expect(page.getByText('No zone is called like that.')).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^Time zone: (?!Atlantis)/ })).toBeVisible();
});

test('a second engine on the same data and a busy port end at once with a sentence, and disturb nothing', async ({
  signedIn: page,
  product,
  expectComplaint,
}) => {
  expectComplaint(/503/);
  const engine = await product.program('engine');
  expect(engine.exitCode).toBe(75);
  expect(engine.stdout + engine.stderr).toMatch(
    /data\.taken: Another Drawloom engine \(process \d+, since .*\) uses .*\. End it/,
  );

  const second = await product.startAgain(await freePort());
  expect(second.exitCode).toBe(75);
  expect(second.stderr).toMatch(/data\.taken: Another Drawloom \(process \d+\) uses .*\. End it/);

  const other = mkdtempSync(path.join(os.tmpdir(), 'drawloom-e2e-busy-'));
  const busy = await product.startAgain(product.port, other);
  rmSync(other, { recursive: true });
  expect(busy.exitCode).toBe(1);
  expect(busy.stderr).toContain(`port.busy: Port ${product.port} on 127.0.0.1 is taken.`);

  // The first one still has its spawner, even for an engine that has to look for it anew: a task runs.
  await product.killEngine();
  await importAndOpen(page, 'Undisturbed', workflowFile('Undisturbed', { one: 'echo 1' }));
  await runDraft(page);
  await expectRun(page, 'success');
});
