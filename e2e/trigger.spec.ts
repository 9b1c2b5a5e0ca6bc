import { expect, test } from './journey.ts';
import { importAndOpen, workflowFile } from './workflow-files.ts';

test('a trigger set in the form fires by itself, and its run appears without a reload', async ({ signedIn: page }) => {
  await importAndOpen(page, 'Every two', workflowFile('Every two', { tick: 'echo tick' }));
  await page
    .getByRole('navigation', { name: 'Workflow' })
    .getByRole('link', { name: /^Triggers/ })
    .click();
  await page.getByRole('button', { name: 'Add a trigger' }).last().click();
  await page.getByRole('button', { name: /^Time zone: / }).click();
  await page.getByLabel('City or zone').fill('kolkata');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Time zone: Asia/Kolkata' })).toBeVisible();

  const next = page.getByRole('region', { name: 'Next runs' });
  await expect(next.getByRole('row')).toHaveCount(21);
  await expect(next.getByRole('row').nth(1)).toContainText('02:00');
  await expect(next.getByRole('row').nth(1)).toContainText('20:30 Z');
  // Six fields have seconds; pasted into the first field they fill the line.
  await page.getByRole('textbox', { name: 'Line 1, minute' }).fill('*/2 * * * * *');
  await expect(page.getByRole('textbox', { name: 'Line 1, second' })).toHaveValue('*/2');
  await expect(next.getByRole('row')).toHaveCount(21);

  await page.getByRole('button', { name: 'Publish 1' }).click();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByText('Version 1 published.')).toBeVisible();
  await page.getByRole('navigation', { name: 'Workflow' }).getByRole('link', { name: 'Runs' }).click();
  await expect(page.getByText('Every two has not run yet.')).toBeVisible();

  await page.getByRole('switch', { name: 'Every two is off' }).click();
  await expect(page.getByRole('switch', { name: 'Every two is on' })).toBeChecked();
  const rows = page.getByRole('grid', { name: 'Runs' }).getByRole('row', { name: /success/i });
  await expect(rows.nth(1)).toBeVisible();
  await expect(rows.first()).toContainText('schedule');

  // Narrowed, and the address says how.
  await page.getByRole('combobox', { name: 'Kind of run' }).click();
  await page.getByRole('option', { name: 'By hand' }).click();
  await expect(page.getByText('No run is like that.')).toBeVisible();
  await expect(page).toHaveURL(/kind=manual/);
  await page.getByRole('button', { name: 'Show all runs' }).click();
  await page.getByRole('button', { name: /^When/ }).click();
  await page.getByRole('button', { name: 'Last hour' }).click();
  await expect(page).toHaveURL(/\?when=1h$/);
  await expect(rows.first()).toBeVisible();

  await page.getByRole('switch', { name: 'Every two is on' }).click();
  await expect(page.getByRole('switch', { name: 'Every two is off' })).not.toBeChecked();
});
