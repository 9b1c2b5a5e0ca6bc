import { Drawing } from './drawing.ts';
import { expect, test } from './journey.ts';
import { importAndOpen } from './workflow-files.ts';

const file = {
  format: 'drawloom/workflow@1',
  id: 'try-one',
  name: 'Try one',
  triggers: [],
  params: { type: 'object', properties: { who: { type: 'string', default: 'all' } } },
  tasks: [
    { id: 'fetch', name: 'Fetch', operator: 'shell@1', config: { command: `echo '{"city": "Turku", "n": 3}'`, output: 'json' } },
    {
      id: 'say',
      name: 'Say',
      operator: 'shell@1',
      config: { command: 'echo in {{ tasks.fetch.output.city }} ', output: 'lastLine' },
    },
  ],
  edges: [{ from: 'fetch', to: 'say' }],
};

test('try one task with what another gave, pin it, and take a field of it into a form', async ({ signedIn: page }) => {
  await importAndOpen(page, 'Try one', JSON.stringify(file));
  const drawing = new Drawing(page, 'Drawing of Try one');
  const agreed = page.getByRole('dialog').getByRole('button', { name: 'Try it', exact: true });
  const inspector = page.getByRole('complementary', { name: /^Inspector, / });

  await drawing.task('Say').click();
  await page.keyboard.press('t');
  const say = page.getByRole('region', { name: 'Try Say' });
  await expect(say).toContainText('Fetch has no value yet, and this task reads it.');
  await say.getByRole('button', { name: 'Try it first' }).click();
  await agreed.click();
  const fetch = page.getByRole('region', { name: 'Try Fetch' });
  await expect(fetch.getByRole('status').first()).toContainText(/success/i);
  await expect(fetch.getByRole('region', { name: 'Result' })).toContainText('"Turku"');

  await fetch.getByRole('button', { name: 'Pin output' }).click();
  const editor = page.getByRole('dialog').getByRole('textbox', { name: 'Value' });
  await editor.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('{"city": "Oulu", "n": 4}');
  await page.getByRole('button', { name: 'Pin', exact: true }).click();
  await expect(drawing.task('Fetch', 'output pinned')).toBeVisible();

  await fetch.getByRole('button', { name: 'Go on with Say' }).click();
  await agreed.click();
  await expect(say.getByRole('status').first()).toContainText(/success/i);
  await expect(say.getByRole('region', { name: 'Config' })).toContainText('echo in Oulu');
  await expect(say.getByRole('region', { name: 'Result' })).toContainText('in Oulu');

  // By mouse to the end of the command, then by key.
  const command = inspector.getByRole('textbox', { name: 'Command' });
  await say.getByRole('region', { name: 'Input' }).getByText('n:', { exact: true }).dragTo(command.locator('.cm-line').last());
  await expect(command).toContainText('{{ tasks.fetch.output.n }}');
  await say.getByRole('button', { name: 'Use tasks.fetch.output.city' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Insert into Command' }).press('Enter');
  await expect(command).toContainText(/tasks\.fetch\.output\.city.*tasks\.fetch\.output\.city/);

  // The same from the inspector's own Input: the tab of the form opens under what is held over it; by key from there too.
  await drawing.task('Say').click();
  await inspector.getByRole('tab', { name: 'Input' }).click();
  const city = inspector.getByRole('tabpanel').getByText('city:', { exact: true });
  await city.hover();
  await page.mouse.down();
  // A browser tells of what is held over something from the second move on.
  await inspector.getByRole('tab', { name: 'Config' }).hover();
  await inspector.getByRole('tab', { name: 'Config' }).hover({ position: { x: 12, y: 12 } });
  await expect(command).toBeVisible();
  await command.locator('.cm-line').last().hover();
  await command
    .locator('.cm-line')
    .last()
    .hover({ position: { x: 4, y: 4 } });
  await page.mouse.up();
  await expect(command).toContainText(/(tasks\.fetch\.output\.city.*){3}/);
  await inspector.getByRole('tab', { name: 'Input' }).click();
  await inspector.getByRole('button', { name: 'Use tasks.fetch.output.n' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Insert into Command' }).press('Enter');
  await expect(command).toContainText(/(tasks\.fetch\.output\.n.*){2}/);

  // What a param is called is followed by those who read it, as one step.
  await command.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(' for {{ params.who }}');
  await expect(say.getByRole('status').first()).toContainText('before your last change');
  await page.keyboard.press('Escape');
  await drawing.region.click({ position: { x: 300, y: 20 } });
  const whole = page.getByRole('complementary', { name: 'Inspector', exact: true });
  await whole.getByRole('tab', { name: 'Params' }).click();
  const name = whole.getByRole('textbox', { name: 'Name of the param' });
  await name.fill('whom');
  await name.press('Enter');
  await expect(page.getByText('who is whom now: 1 place renamed.')).toBeVisible();
  await drawing.task('Say').click();
  await expect(command).toContainText('for {{ params.whom }}');

  await fetchUnpinned();
  await page.getByRole('navigation', { name: 'Workflow' }).getByRole('link', { name: /^Runs/ }).click();
  await expect(page.getByText('Try one has not run yet.')).toBeVisible();

  async function fetchUnpinned(): Promise<void> {
    await drawing.task('Fetch').click();
    await inspector.getByRole('button', { name: 'Try this task' }).click();
    await expect(fetch.getByRole('status').first()).toContainText(/success/i);
    await fetch.getByRole('button', { name: 'Unpin' }).click();
    await expect(drawing.task('Fetch', 'output pinned')).toBeHidden();
  }
});
