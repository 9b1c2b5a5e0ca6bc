import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { importFile } from './workflow-files.ts';

const name = 'Daily weather';

async function choose(page: Page, act: RegExp): Promise<void> {
  await page.getByRole('row', { name }).hover();
  await page.getByRole('button', { name: `More about ${name}` }).click();
  await page.getByRole('menuitem', { name: act }).click();
}

async function exported(page: Page): Promise<{ filename: string; text: string }> {
  const download = page.waitForEvent('download');
  await choose(page, /^Export/);
  const file = await download;
  return { filename: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

test('export, delete, undo, delete, import, export: the file is the same, byte by byte', async ({ signedIn: page, product }) => {
  const link = page.getByRole('link', { name, exact: true });
  const first = await exported(page);
  expect(first.filename).toMatch(/^daily-weather.*\.json$/);
  expect((JSON.parse(first.text) as { format: string }).format).toBe('drawloom/workflow@1');

  await choose(page, /^Delete/);
  await expect(link).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(link).toBeVisible();
  await choose(page, /^Delete/);
  await expect(link).toBeHidden();
  await importFile(page, first.filename, first.text);
  await expect(page.getByText(`${first.filename} imported, switched off.`)).toBeVisible();
  await expect(link).toBeVisible();
  expect((await exported(page)).text).toBe(first.text);

  // The command line reads and writes the same bytes, beside the running product.
  const cli = await product.program('cli', ['export', 'daily-weather']);
  expect(cli).toMatchObject({ exitCode: 0, stdout: first.text });
  const file = path.join(product.dataDir, 'exported.json');
  writeFileSync(file, cli.stdout);
  await choose(page, /^Delete/);
  await expect(link).toBeHidden();
  const imported = await product.program('cli', ['import', file]);
  expect(imported.exitCode, imported.stderr).toBe(0);
  expect(await product.program('cli', ['export', 'daily-weather'])).toMatchObject({ exitCode: 0, stdout: first.text });
  await page.reload();
  await expect(link).toBeVisible();

  // Deleted long ago: it comes back without the notice that undoes.
  await choose(page, /^Delete/);
  await expect(link).toBeHidden();
  await page.reload();
  await page.getByRole('button', { name: 'New workflow', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Restore a deleted one' }).click();
  await page.getByRole('button', { name: `Restore ${name}` }).click();
  await expect(page.getByRole('dialog').getByText('No workflow is deleted.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(link).toBeVisible();
  expect((await exported(page)).text).toBe(first.text);
});
