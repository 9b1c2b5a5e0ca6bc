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
});
