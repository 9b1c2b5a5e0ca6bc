import { expect, type Page } from '@playwright/test';
import type { Product } from './product.ts';

/** The person of all journeys. */
export const owner = { name: 'Mara Lind', email: 'mara@example.com', password: 'a-long-night-in-march' };

/** Makes the owner account through the setup page, as the first person does. */
export async function becomeOwner(page: Page, product: Product): Promise<void> {
  await page.goto(product.setupAddress);
  await page.getByLabel('Name', { exact: true }).fill(owner.name);
  await page.getByLabel('E-mail').fill(owner.email);
  await page.getByLabel('Password', { exact: true }).fill(owner.password);
  await page.getByRole('button', { name: 'Create owner account' }).click();
  await expect(page.getByRole('heading', { name: 'Workflows' })).toBeVisible();
}

/** Fills in the sign-in form that is shown and sends it. */
export async function signInWith(page: Page, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(owner.email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
