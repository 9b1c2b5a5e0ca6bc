import { writeFileSync } from 'node:fs';
import { expectAccessible } from './accessible.ts';
import { Drawing } from './drawing.ts';
import { expect, test } from './journey.ts';
import { expectRun, importAndOpen, workflowFile } from './workflow-files.ts';

const phone = { width: 390, height: 844 };

test('list of workflows and designer, with a task that has a problem', async ({ signedIn: page }) => {
  await expect(page.getByRole('link', { name: 'Flaky delivery' })).toBeVisible();
  await expectAccessible(page, 'list of workflows');
  await page.setViewportSize(phone);
  await expectAccessible(page, 'list of workflows on a phone');
  await page.setViewportSize({ width: 1440, height: 900 });

  await importAndOpen(page, 'Looked at', workflowFile('Looked at', { knead: '', bake: 'echo "baked"' }, [['knead', 'bake']]));
  await expectAccessible(page, 'designer, the workflow');
  const drawing = new Drawing(page, 'Drawing of Looked at');
  await drawing.task('Knead').click();
  await expect(page.getByRole('textbox', { name: 'Command' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Problems' }).getByRole('status')).toContainText('error stops publishing');
  await expectAccessible(page, 'designer, a task with a problem');
  await page.getByRole('tab', { name: /^Settings/ }).click();
  await expectAccessible(page, 'designer, settings of a task');

  // The panels under the drawing, the keys and the tour.
  await drawing.task('Bake').click();
  await page.keyboard.press('t');
  await page.getByRole('dialog').getByRole('button', { name: 'Try it', exact: true }).click();
  const tried = page.getByRole('region', { name: 'Try Bake' });
  await expect(tried.getByRole('status').first()).toContainText(/success/i);
  await expectAccessible(page, 'designer, a task that was tried');
  await page.getByRole('button', { name: 'Simulate', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Simulation' })).toBeVisible();
  await expectAccessible(page, 'designer, simulation');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await expectAccessible(page, 'the keys');
  await page.getByRole('button', { name: 'Take the tour' }).click();
  await expect(page.getByRole('region', { name: /^Tour, step/ })).toBeVisible();
  await expectAccessible(page, 'the tour');
  await page.getByRole('button', { name: 'Leave', exact: true }).click();
});

test('a page that is not there, the gallery and the form of a connection', async ({
  signedIn: page,
  product,
  expectComplaint,
}) => {
  expectComplaint(/404/);
  await page.getByRole('button', { name: 'New workflow' }).click();
  await page.getByRole('menuitem', { name: /example/i }).click();
  await expect(page.getByRole('dialog').getByRole('button', { name: /^Daily weather/ })).toBeVisible();
  await expectAccessible(page, 'gallery');
  await page.keyboard.press('Escape');
  await page.goto(`${product.address}/connections`);
  await page.getByRole('button', { name: 'New connection' }).first().click();
  await expect(page.getByRole('dialog').getByLabel('Type')).toBeVisible();
  await expectAccessible(page, 'form of a connection');
  await page.goto(`${product.address}/workflows/no-such-one`);
  await expect(page.getByText('This workflow does not exist.')).toBeVisible();
  await expectAccessible(page, 'no such workflow');
});

test('triggers and versions, without any and with one', async ({ signedIn: page, product }) => {
  await importAndOpen(page, 'Timed', workflowFile('Timed', { bake: 'echo "baked"' }));
  const pages = page.getByRole('navigation', { name: 'Workflow' });
  await pages.getByRole('link', { name: /^Triggers/ }).click();
  await expect(page.getByText('No trigger yet.')).toBeVisible();
  await expectAccessible(page, 'triggers, none');
  await page.getByRole('button', { name: 'Add a trigger' }).last().click();
  await expect(page.getByRole('region', { name: 'Next runs' }).getByRole('row')).toHaveCount(21);
  // No version knows it: nothing to be switched on yet.
  await expect(page.getByText('not published yet, starts nothing')).toBeVisible();
  await expect(page.getByRole('switch', { name: /^schedule is/ })).toHaveCount(0);
  await expectAccessible(page, 'triggers, the form');
  await pages.getByRole('link', { name: /^Versions/ }).click();
  await expect(page.getByText('No version is published yet.')).toBeVisible();
  await expectAccessible(page, 'versions, none');
  await page.goto(`${product.address}/workflows/daily-weather/versions`);
  await expect(page.getByRole('main', { name: 'Versions' })).toContainText('Example');
  await expectAccessible(page, 'versions, one');
});

test('a run while it works, one that failed, and the list of runs', async ({ signedIn: page, product }) => {
  const wait = 'n=0; until [ -e "$DRAWLOOM_FILES/gate-axe" ] || [ $n -ge 1200 ]; do sleep 0.05; n=$((n + 1)); done';
  await importAndOpen(
    page,
    'Half baked',
    workflowFile('Half baked', { knead: `echo "kneading"\n${wait}\nexit 3`, bake: 'echo "baked"' }, [['knead', 'bake']]),
  );
  await page.getByRole('button', { name: 'Run draft' }).click();
  await expect(new Drawing(page, 'Drawing of Half baked').task('Knead', 'running')).toBeVisible();
  await expect(page.getByRole('log')).toContainText('kneading');
  await expectAccessible(page, 'a run below the drawing');
  await page.getByRole('link', { name: 'Open run' }).click();
  const drawing = new Drawing(page, /^Half baked, run/);
  await expect(drawing.task('Knead', 'running')).toBeVisible();
  await drawing.task('Knead').click();
  await expect(page.getByRole('log')).toContainText('kneading');
  await expectAccessible(page, 'a run that works');

  writeFileSync(product.file('gate-axe'), '');
  await expectRun(page, 'failed');
  await expect(page.getByRole('region', { name: 'What happened' })).toContainText('Failed');
  await expectAccessible(page, 'a run that failed');
  await page.setViewportSize(phone);
  await expect(page.getByRole('tab', { name: 'Tasks' })).toBeVisible();
  await expectAccessible(page, 'a run on a phone');
  await page.setViewportSize({ width: 1440, height: 900 });

  await page.goto(`${product.address}/runs`);
  await expect(
    page
      .getByRole('grid', { name: 'Runs' })
      .getByRole('row', { name: /failed/i })
      .first(),
  ).toBeVisible();
  await expectAccessible(page, 'list of runs');
});

test('every section of the side bar', async ({ signedIn: page }) => {
  const sections = page.getByRole('complementary', { name: 'Sections' }).getByRole('navigation').getByRole('link');
  await expect(sections.first()).toBeVisible();
  for (const section of await sections.all()) {
    await section.click();
    await expect(section).toHaveAttribute('aria-current', 'page');
    const name = (await section.innerText()).split('\n')[0] ?? '';
    await expect(page.getByRole('heading', { name, exact: true, level: 1 })).toBeVisible();
    await expect(page.getByRole('status', { name: /being read/ })).toBeHidden();
    await expectAccessible(page, name);
  }
});
