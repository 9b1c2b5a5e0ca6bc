import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Drawing } from './drawing.ts';
import { expect, test } from './journey.ts';
import { expectRun, runDraft } from './workflow-files.ts';

test('an own operator: the example at a press, a broken one said, a mended one run, a removed one kept', async ({
  signedIn: page,
  product,
}) => {
  await page.getByRole('link', { name: 'Operators' }).click();
  const yours = page.getByRole('region', { name: 'Your operators' });
  await expect(yours.getByText('You have no operator of your own yet.')).toBeVisible();
  await yours.getByRole('button', { name: 'Add the example CSV profile' }).click();
  await expect(yours.getByRole('button', { name: /CSV profile/ })).toHaveAttribute('aria-expanded', 'true');
  await expect(yours.getByText('operators/csv-profile')).toBeVisible();

  const folder = path.join(product.dataDir, 'operators/greet');
  const manifest = {
    type: 'greet',
    title: 'Greet',
    configSchema: { type: 'object', properties: { whom: { type: 'string', minLength: 1 } }, required: ['whom'] },
    defaults: { whom: '' },
    run: ['sh', 'main.sh'],
  };
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'operator.json'), JSON.stringify(manifest));
  await yours.getByRole('button', { name: /Greet/ }).click();
  await expect(yours.getByRole('list', { name: 'Problems of greet' })).toContainText('There is no file main.sh in the folder.');

  await page.getByRole('link', { name: 'Workflows' }).click();
  await page.getByRole('button', { name: 'New workflow', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Empty canvas/ }).click();
  await page.getByRole('textbox', { name: 'Name' }).press('Enter');
  const palette = page.getByRole('complementary', { name: 'Palette' });
  await expect(palette.getByRole('link', { name: /Greet broken/ })).toBeVisible();
  writeFileSync(
    path.join(folder, 'main.sh'),
    `grep -o '"whom":"[^"]*"' "$DRAWLOOM_INPUT"\nprintf '{"greeted": true}' >"$DRAWLOOM_OUTPUT"\n`,
  );
  await palette.getByRole('button', { name: 'Greet', exact: true }).click();
  const drawing = new Drawing(page, /^Drawing of/);
  await expect(drawing.task('Greet')).toBeVisible();
  const inspector = page.getByRole('complementary', { name: /^Inspector, / });
  await inspector.getByRole('textbox', { name: 'Whom' }).fill('the weaver');
  const problems = page.getByRole('region', { name: 'Problems' });
  await expect(problems.getByRole('status')).toHaveText('No problems. This draft can be published.');
  const draft = page.url();
  await runDraft(page);
  await expectRun(page, 'success');

  await page.goto(draft);
  rmSync(folder, { recursive: true });
  await expect(problems.getByRole('list', { name: 'List of problems' })).toContainText('The operator "greet" is not known here.');
  await expect(drawing.task('Greet')).toBeVisible();
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'main.sh'), 'true');
  writeFileSync(path.join(folder, 'operator.json'), JSON.stringify(manifest));
  await drawing.task('Greet').click();
  await expect(inspector.getByRole('textbox', { name: 'Whom' })).toHaveValue('the weaver');
});
