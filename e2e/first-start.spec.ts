import { expectAccessible } from './accessible.ts';
import { expect, test } from './journey.ts';
import { becomeOwner, owner, signInWith } from './owner.ts';
import { Product } from './product.ts';

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

test('the printed link makes the owner, and three examples are there', async ({ page }) => {
  expect(product.printed).toMatch(/make the owner account at http:\/\/127\.0\.0\.1:\d+\/setup\?token=\S+/);
  await becomeOwner(page, product);
  for (const name of examples) await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
  await expect(page.getByText(owner.name)).toBeVisible();
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
  for (const name of examples) {
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
