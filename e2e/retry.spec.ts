import { Drawing } from './drawing.ts';
import { expect, test } from './journey.ts';
import { expectRun, runDraft } from './workflow-files.ts';

test('a flaky task fails, waits, is retried and recovers, with its attempts as layers', async ({ signedIn: page }) => {
  await page.getByRole('link', { name: 'Flaky delivery', exact: true }).click();
  await runDraft(page);
  const drawing = new Drawing(page, /^Flaky delivery, run/);
  await drawing.task('Deliver').click();
  const panel = page.getByRole('complementary', { name: 'Deliver' });
  // Each is there for a few seconds only, so they are looked for at once.
  await Promise.all([
    expect(drawing.task('Deliver', 'up for retry')).toBeVisible(),
    expect(panel.getByText(/starts in/)).toBeVisible(),
  ]);

  await expectRun(page, 'success');
  await expect(drawing.task('Deliver', 'success')).toBeVisible();
  await expect(drawing.task('Confirm', 'success')).toBeVisible();
  await expect(drawing.task('Apologise', 'skipped')).toBeVisible();
  const attempts = panel.getByRole('button', { name: /Attempt \d/ });
  await expect(attempts).toHaveCount(3);
  await expect(attempts.nth(0)).toContainText('hung up');
  await expect(panel.getByRole('log')).toContainText('the service took everything');
  await attempts.nth(0).click();
  await expect(panel.getByRole('log')).toContainText('the service hung up (attempt 1)');
  // What failed opens at its error; a line's number is a link to it, also in the next visit.
  const spot = panel.getByRole('log').locator('[aria-current=location]');
  await expect(spot).toHaveCount(1);
  await panel.getByRole('button', { name: 'Link to line 1', exact: true }).click();
  await expect(page).toHaveURL(/attempt=1.*line=1/);
  await page.reload();
  await expect(spot.getByRole('button', { name: 'Link to line 1', exact: true })).toBeVisible();

  // What the run left is offered in the forms: by name, by field, with its value beside it and under the field.
  await page.getByRole('navigation', { name: 'Workflow' }).getByRole('link', { name: 'Design' }).click();
  await new Drawing(page, 'Drawing of Flaky delivery').task('Confirm').click();
  const field = page.getByRole('textbox', { name: 'Environment: value 2' });
  const row = page.getByRole('group', { name: 'Environment, row 2' });
  await expect(row).toContainText('5');
  const before = await field.inputValue();
  await field.fill('');
  await field.pressSequentially('{{del');
  const list = page.getByRole('listbox', { name: 'Values for Environment, row 2' });
  await expect(list.getByRole('option')).toHaveText([/^tasks\.deliver\.output/]);
  await page.keyboard.press('Enter');
  await page.keyboard.type('.');
  await expect(list.getByRole('option')).toHaveText([/^delivered.*5$/, /^attempts.*3$/]);
  await list.getByRole('option', { name: /attempts/ }).click();
  await expect(field).toHaveValue('{{ tasks.deliver.output.attempts }}');
  await expect(row).toContainText('= 3');
  await field.fill('{{ tasks.nobody.output }}');
  await expect(page.getByRole('complementary', { name: 'Inspector, Confirm' })).toContainText('There is no task "nobody"');
  await field.fill(before);
  await page.keyboard.press('Escape');

  // Another operator, and back: its config is there again.
  await page.getByRole('button', { name: 'Operator shell@1, change' }).click();
  await page.keyboard.type('no-op');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Operator noop@1, change' })).toBeVisible();
  await page.getByRole('button', { name: 'Operator noop@1, change' }).click();
  await page.keyboard.type('shell');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue(before);
});
