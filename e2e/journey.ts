import { test as base, expect, type Page } from '@playwright/test';
import { becomeOwner } from './owner.ts';
import { Product } from './product.ts';

/** The cookies of a browser in which the owner is signed in. */
type Session = Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>;

interface OfATest {
  /** A page of the product in which the owner is signed in, at the list of workflows. */
  signedIn: Page;
  /** Errors of the browser's console that this journey causes on purpose, such as a refused file. */
  expectComplaint: (pattern: RegExp) => void;
}

/**
 * `product`: one for all journeys of a worker that do not start their own; each makes workflows of its own. Every page is
 * listened to: a journey fails when the console showed an error that it did not expect.
 */
export const test = base.extend<OfATest & { expected: RegExp[] }, { product: Product; session: Session }>({
  product: [
    async ({}, use) => {
      const product = await Product.fresh();
      await product.start();
      await use(product);
      await product.remove();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  session: [
    async ({ browser, product }, use) => {
      const context = await browser.newContext();
      await becomeOwner(await context.newPage(), product);
      const session = await context.storageState();
      await context.close();
      await use(session);
    },
    { scope: 'worker', timeout: 90_000 },
  ],

  expected: async ({}, use) => use([]),
  expectComplaint: async ({ expected }, use) => use((pattern) => void expected.push(pattern)),
  page: async ({ page, expected }, use) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await use(page);
    expect(
      complaints.filter((complaint) => !expected.some((pattern) => pattern.test(complaint))),
      'errors in the browser console',
    ).toEqual([]);
  },
  signedIn: async ({ page, product, session }, use, info) => {
    await page.context().addCookies(session.cookies);
    await page.goto(`${product.address}/workflows`);
    await expect(page.getByRole('heading', { name: 'Workflows' })).toBeVisible();
    await use(page);
    if (info.status !== info.expectedStatus) await info.attach('what the product printed', { body: product.printed });
  },
});

export { expect } from '@playwright/test';
