import { expectAccessible } from './accessible.ts';
import { Drawing } from './drawing.ts';
import { countHand } from './hand-count.ts';
import { expect, test } from './journey.ts';
import { owner, signInWith } from './owner.ts';
import { Product } from './product.ts';
import { expectRun } from './workflow-files.ts';

const examples = ['Cities, fan-in', 'Daily weather', 'Flaky delivery'];

test.describe.configure({ mode: 'serial' });

let product: Product;
test.beforeAll(async () => {
  product = await Product.fresh();
  await product.start();
});
test.afterAll(() => product.remove());

test('a wrong token and weak passwords are refused in words', async ({ page, expectComplaint }) => {
  expectComplaint(/403/);
  await page.goto(`${product.address}/`);
  await expect(page.getByRole('heading', { name: 'Make the owner account' })).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: 'The link has no token' })).toBeVisible();

  await expectAccessible(page, 'first start');

  await page.goto(`${product.address}/setup?token=not-the-token-that-was-printed`);
  const create = page.getByRole('button', { name: 'Create owner account' });
  await page.getByLabel('Name', { exact: true }).fill(owner.name);
  await page.getByLabel('E-mail').fill(owner.email);
  await page.getByLabel('Password', { exact: true }).fill('short');
  await create.click();
  await expect(page.getByText('The password does not keep the rules below.')).toBeVisible();
  await page.getByLabel('Password', { exact: true }).fill(owner.password);
  await create.click();
  await expect(page.getByRole('alert').filter({ hasText: 'This link does not hold' })).toBeVisible();
});

test("the printed link makes the owner, and three tasks of one's own are drawn, run and scheduled in 25 clicks", async ({
  page,
}) => {
  expect(product.printed).toMatch(/make the owner account at http:\/\/127\.0\.0\.1:\d+\/setup\?token=\S+/);
  const hand = await countHand(page);
  const beganAt = Date.now();
  const { keyboard } = page;
  await page.goto(product.setupAddress);
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
  await keyboard.type(owner.name);
  await keyboard.press('Tab');
  await keyboard.type(owner.email);
  await keyboard.press('Tab');
  await keyboard.type(owner.password);
  await keyboard.press('Enter');
  for (const name of examples) await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
  await expect(page.getByText(owner.name)).toBeVisible();

  await page.getByRole('button', { name: 'New workflow', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Empty canvas' }).click();
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await keyboard.type('Breakfast');
  await keyboard.press('Enter');
  const drawing = new Drawing(page, /^Drawing of /);
  const palette = page.getByRole('complementary', { name: 'Palette' });
  for (const [name, command] of [
    ['Shell', 'echo bread'],
    ['Shell 2', 'echo butter'],
    ['Shell 3', 'echo tea'],
  ] as const) {
    await palette.getByRole('button', { name: 'Shell', exact: true }).click();
    await expect(drawing.task(name)).toBeVisible();
    await page.getByRole('textbox', { name: 'Command' }).click();
    await keyboard.type(command);
  }
  await drawing.expectOutline('Shell, Shell, begins', 'Shell 2, Shell, after Shell', 'Shell 3, Shell, after Shell 2');
  await page.getByRole('button', { name: 'Run draft' }).click();
  await expectRun(page, 'success');
  for (const name of ['Shell', 'Shell 2', 'Shell 3']) await expect(drawing.task(name, 'success')).toBeVisible();

  const bar = page.getByRole('navigation', { name: 'Workflow' });
  await bar.getByRole('link', { name: /^Triggers/ }).click();
  await page.getByRole('button', { name: 'Add a trigger' }).last().click();
  await expect(page.getByRole('region', { name: 'Next runs' }).getByRole('row')).toHaveCount(21);
  await page.getByRole('button', { name: 'Publish 1' }).click();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByText('Version 1 published.')).toBeVisible();
  await page.getByRole('switch', { name: 'Breakfast is off' }).click();
  await expect(page.getByRole('switch', { name: 'Breakfast is on' })).toBeChecked();
  expect(hand.count()).toBeGreaterThan(10);
  expect(hand.count()).toBeLessThanOrEqual(25);
  console.log(`first workflow: ${hand.count()} clicks and keys, ${((Date.now() - beganAt) / 60_000).toFixed(1)} min`);

  // The tour: begun from the keys, gone after Leave, and still gone after a reload.
  await page.getByRole('link', { name: 'Drawloom, all workflows' }).click();
  await page.getByRole('button', { name: 'Take the tour' }).click();
  await page.getByRole('link', { name: 'Daily weather', exact: true }).click();
  const step = page.getByRole('region', { name: 'Tour, step 2 of 6' });
  // A drawing with tasks is not told to add some; other pages are left alone, and it goes on where it was.
  await expect(step).toContainText('Each box is a task.');
  await expect(step).not.toContainText('Add tasks');
  await page.getByRole('link', { name: 'Drawloom, all workflows' }).click();
  await expect(page.getByRole('heading', { name: 'Workflows' })).toBeVisible();
  await expect(page.getByRole('region', { name: /^Tour, step/ })).toBeHidden();
  await page.getByRole('link', { name: 'Daily weather', exact: true }).click();
  await step.getByRole('button', { name: 'Next' }).focus();
  await keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Tour, step 3 of 6' })).toBeVisible();
  await keyboard.press('Escape');
  await expect(page.getByRole('region', { name: /^Tour, step/ })).toBeHidden();
  await page.reload();
  await expect(page.getByRole('region', { name: 'Drawing of Daily weather' })).toBeVisible();
  await expect(page.getByRole('region', { name: /^Tour/ })).toBeHidden();

  // The keys of this page, and from there the tour again.
  await keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await expect(keys.getByRole('heading', { level: 3 })).toHaveText([
    'Draw',
    'Move and select',
    'Change',
    'Arrange',
    'Try',
    'Everywhere',
    'Go to',
  ]);
  await keys.getByRole('button', { name: 'Take the tour' }).click();
  await page.getByRole('region', { name: 'Tour, step 2 of 6' }).getByRole('button', { name: 'Leave', exact: true }).click();
});

test('the link works once, sessions end, and a wrong password is refused', async ({ page, expectComplaint }) => {
  expectComplaint(/401/);
  await page.goto(product.setupAddress);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await signInWith(page, 'not-the-password-at-all');
  await expect(page.getByRole('alert').filter({ hasText: 'do not belong together' })).toBeVisible();
  await expectAccessible(page, 'sign-in');
  await signInWith(page, owner.password);
  await expect(page.getByRole('heading', { name: 'Workflows' })).toBeVisible();

  await page.getByRole('button', { name: owner.name }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.goto(`${product.address}/workflows/daily-weather`);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await signInWith(page, owner.password);
  await expect(page.getByRole('region', { name: 'Drawing of Daily weather' })).toBeVisible();
});

test('where nothing is left, the welcome offers the examples again', async ({ page }) => {
  await page.goto(`${product.address}/sign-in`);
  await signInWith(page, owner.password);
  for (const name of [...examples, 'Breakfast']) {
    await page.getByRole('row', { name }).hover();
    await page.getByRole('button', { name: `More about ${name}` }).click();
    await page.getByRole('menuitem', { name: /^Delete/ }).click();
    await expect(page.getByRole('link', { name, exact: true })).toBeHidden();
  }
  await expect(page.getByRole('heading', { name: 'Draw your first workflow' })).toBeVisible();
  await expectAccessible(page, 'welcome');
  await page.getByRole('button', { name: /^Flaky delivery/ }).click();
  await expect(page.getByRole('region', { name: 'Drawing of Flaky delivery' })).toBeVisible();
});
