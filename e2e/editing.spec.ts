import { Drawing } from './drawing.ts';
import { expect, test } from './journey.ts';
import { owner } from './owner.ts';
import { importAndOpen, workflowFile } from './workflow-files.ts';

test('nothing typed is lost: two tabs, no net, a session that ends; a workflow moves into a folder', async ({
  signedIn: page,
  product,
  expectComplaint,
}) => {
  expectComplaint(/409|401|ERR_INTERNET_DISCONNECTED|ERR_ABORTED|Failed to fetch/);
  await importAndOpen(page, 'Fought over', workflowFile('Fought over', { knead: 'echo 1', bake: 'echo 2' }, [['knead', 'bake']]));
  const draft = page.getByRole('status', { name: 'Draft' });
  const other = await page.context().newPage();
  await other.goto(page.url());
  const command = async (on: typeof page, task: string, text: string): Promise<void> => {
    await new Drawing(on, 'Drawing of Fought over').task(task).click();
    const field = on.getByRole('textbox', { name: 'Command' });
    await field.click();
    await on.keyboard.press('Control+A');
    await on.keyboard.type(text);
  };

  // Both write while this one has no net: it says so, keeps it, and shows what both changed when the net is back.
  await page.route('**/api/trpc/drafts.save*', (route) => route.abort('internetdisconnected'));
  await command(page, 'Knead', 'echo mine');
  await command(page, 'Bake', 'echo my bread');
  await expect(draft).toContainText('Not connected since');
  await command(other, 'Knead', 'echo theirs');
  await expect(other.getByRole('status', { name: 'Draft' })).toContainText('Draft saved');
  await page.unroute('**/api/trpc/drafts.save*');
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  const dialog = page.getByRole('dialog', { name: 'Somebody else saved this draft meanwhile' });
  const both = dialog.getByRole('list', { name: 'Changed by both' }).getByRole('listitem');
  await expect(both).toHaveText([/^Knead: commandBeforeecho 1Yoursecho mineTheirsecho theirs$/]);
  await dialog.getByRole('radio', { name: 'Theirs: Knead: command' }).check();
  await dialog.getByRole('button', { name: 'Save both together' }).click();
  await expect(draft).toContainText('Draft saved');
  await new Drawing(page, 'Drawing of Fought over').task('Knead').click();
  await expect(page.getByRole('textbox', { name: 'Command' })).toHaveText('echo theirs');
  await new Drawing(page, 'Drawing of Fought over').task('Bake').click();
  await expect(page.getByRole('textbox', { name: 'Command' })).toHaveText('echo my bread');
  await other.close();

  // The session is gone: signed in again in place, what was typed meanwhile is saved.
  await page.context().clearCookies();
  await command(page, 'Bake', 'echo after the session');
  const again = page.getByRole('dialog', { name: 'Your session has ended' });
  await again.getByLabel('Password', { exact: true }).fill(owner.password);
  await again.getByRole('button', { name: 'Sign in and save' }).click();
  await expect(draft).toContainText('Draft saved');
  await page.reload();
  await new Drawing(page, 'Drawing of Fought over').task('Bake').click();
  await expect(page.getByRole('textbox', { name: 'Command' })).toHaveText('echo after the session');

  // The server hangs: it says so, one goes on typing, and it saves by itself when the server is back, with nobody else's draft in the way.
  const letGoOn = product.hangPages();
  await command(page, 'Bake', 'echo while it hangs');
  await expect(draft).toContainText('Not connected since', { timeout: 30_000 });
  await command(page, 'Knead', 'echo still typing');
  letGoOn();
  await expect(draft).toContainText('Draft saved', { timeout: 40_000 });
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.reload();
  for (const [task, text] of [
    ['Bake', 'echo while it hangs'],
    ['Knead', 'echo still typing'],
  ] as const) {
    await new Drawing(page, 'Drawing of Fought over').task(task).click();
    await expect(page.getByRole('textbox', { name: 'Command' })).toHaveText(text);
  }

  await page.getByRole('link', { name: 'Drawloom, all workflows' }).click();
  await page.getByRole('row', { name: 'Fought over' }).hover();
  await page.getByRole('button', { name: 'More about Fought over' }).click();
  await page.getByRole('menuitem', { name: 'Move to a folder…' }).click();
  await page.getByLabel('A new folder').fill('Bakery');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Bakery 1/ })).toBeVisible();
  await page.keyboard.press('z');
  await expect(page.getByRole('button', { name: /^Bakery/ })).toBeHidden();
});
