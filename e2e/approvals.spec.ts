import { expectAccessible } from './accessible.ts';
import { Drawing } from './drawing.ts';
import { expect, test } from './journey.ts';
import { expectRun, importAndOpen, runDraft, workflowFile } from './workflow-files.ts';

test('a run asks a person, who fills in a form on the page of approvals; then it runs another workflow', async ({
  signedIn: page,
  product,
}) => {
  const child = JSON.parse(workflowFile('Paid child', { pay: 'echo paid' })) as object;
  const params = { type: 'object', properties: { amount: { type: 'integer' }, day: { type: 'string' } }, required: ['amount'] };
  await importAndOpen(page, 'Paid child', JSON.stringify({ ...child, params }));
  await page.getByRole('button', { name: 'Publish' }).click();
  const publish = page.getByRole('dialog', { name: /^Publish/ });
  await publish.getByRole('button', { name: /^Publish/ }).click();
  await expect(publish).toBeHidden();

  const file = JSON.parse(workflowFile('Ask first', { count: 'echo 12' })) as { tasks: object[]; edges: object[] };
  file.tasks.push(
    { id: 'ask', name: 'Ask', operator: 'approval@1', config: { message: 'Pay for **{{ tasks.count.output }}** rows?' } },
    { id: 'call', name: 'Call', operator: 'sub-workflow@1', config: { workflow: '' } },
  );
  file.edges.push({ from: 'count', to: 'ask' }, { from: 'ask', port: 'approved', to: 'call' });
  await page.goto(`${product.address}/workflows`);
  await importAndOpen(page, 'Ask first', JSON.stringify(file));
  const design = new Drawing(page, 'Drawing of Ask first');

  // The form of the approval is built, put into order by a key, and seen as who answers will see it.
  await design.task('Ask').click();
  const add = page.getByRole('button', { name: 'Add a field' });
  await add.click();
  await page.getByRole('textbox', { name: 'Name of the field' }).fill('reason');
  await add.click();
  await page.getByRole('textbox', { name: 'Name of the field' }).last().fill('amount');
  await page.keyboard.press('Enter');
  const amount = page.getByRole('group', { name: 'Field amount' });
  await amount.getByRole('combobox', { name: 'Type of amount' }).click();
  await page.getByRole('option', { name: 'Whole number' }).click();
  await amount.getByRole('textbox', { name: 'Title of amount' }).fill('Amount');
  await amount.getByRole('switch', { name: 'amount is required' }).click();
  await page.getByRole('button', { name: /^Move amount/ }).press('ArrowUp');
  await expect(page.getByRole('textbox', { name: 'Name of the field' }).first()).toHaveValue('amount');
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  await expect(page.getByRole('group', { name: 'Preview' }).getByRole('textbox')).toHaveCount(2);
  await expect(page.getByRole('group', { name: 'Preview' }).getByRole('textbox').first()).toHaveAccessibleName('Amount');

  // The workflow to run is found by its name; what it asks for is a form.
  await design.task('Call').click();
  await page.getByRole('button', { name: 'Choose a workflow' }).click();
  await page.getByRole('combobox', { name: 'Which workflow shall it run?' }).fill('paid');
  await page.keyboard.press('Enter');
  const given = page.getByRole('group', { name: 'Params' });
  await expect(given.getByText('Amount is missing.')).toBeVisible();
  await given.getByRole('textbox', { name: 'Amount' }).fill('{{ tasks.ask.output.amount }}');
  await expect(given.getByText('Amount is missing.')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await runDraft(page);
  const run = page.url();
  const drawing = new Drawing(page, /^Ask first, run/);
  await expect(drawing.task('Ask', 'awaiting input')).toBeVisible();

  await page.goto(`${product.address}/approvals`);
  await expect(page.getByRole('navigation', { name: 'Main' }).getByLabel('1 wait for you')).toBeVisible();
  const line = page.getByRole('listitem').filter({ hasText: 'Pay for 12 rows?' });
  await expectAccessible(page, 'approvals');
  await line.getByRole('button', { name: 'Answer' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ask' });
  await expect(dialog.getByText('12', { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: 'Approve' }).click();
  await expect(dialog.getByText('Amount is missing.').first()).toBeVisible();
  await dialog.getByLabel('Amount').fill('abc');
  await dialog.getByRole('button', { name: 'Approve' }).click();
  await expect(dialog.getByText('Amount needs a number. abc is none.')).toBeVisible();
  await expect(dialog.getByText('Amount is missing.')).toHaveCount(0);
  await dialog.getByLabel('Amount').fill('7');
  await dialog.getByLabel('Comment').fill('fine by me');
  await expectAccessible(page, 'answering an approval');
  await dialog.getByRole('button', { name: 'Approve' }).click();
  await expect(dialog).toBeHidden();
  await expect(line).toHaveCount(0);
  await page.getByRole('button', { name: 'Answered', exact: true }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Approved by' })).toBeVisible();

  await page.goto(run);
  await expectRun(page, 'success');
  await drawing.task('Ask').click();
  await page.getByRole('tab', { name: 'Output' }).click();
  await expect(page.getByRole('tabpanel', { name: 'Output' })).toContainText('fine by me');

  await page.getByRole('tab', { name: 'Notes' }).click();
  await page.getByRole('textbox', { name: 'Note' }).fill('Checked with **Ada**.');
  await page.getByRole('button', { name: 'Add note' }).click();
  await expect(page.getByRole('list', { name: 'Notes' })).toContainText('Checked with Ada.');

  await drawing.task('Call').click();
  await page.getByRole('tab', { name: 'Log' }).click();
  await page
    .getByRole('region', { name: 'Runs it started' })
    .getByRole('link', { name: /^Paid child, run/ })
    .click();
  await expectRun(page, 'success');
  await expect(page.getByRole('region', { name: 'Started by' })).toContainText('Ask first, run');

  await page.goto(`${product.address}/runs`);
  await page.getByRole('searchbox', { name: 'Search notes' }).fill('ada CHECKED');
  await expect(page).toHaveURL(/note=ada\+CHECKED/);
  await expect(page.getByRole('grid', { name: 'Runs' }).locator('mark')).toHaveText(['Checked', 'Ada']);
  await expectAccessible(page, 'runs by their notes');
  await page.getByRole('link', { name: /Checked with/ }).click();
  await expect(page.getByRole('list', { name: 'Notes' })).toContainText('Checked with Ada.');
});
