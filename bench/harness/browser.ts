import { chromium, type Browser, type Page } from '@playwright/test';
import { findBrowser } from '../../scripts/find-browser.mjs';

/** A browser without a GPU, whose pages may collect garbage when asked. */
export function startBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--js-flags=--expose-gc'],
  });
}

/** Makes the first person of a fresh product and leaves the page at the list of workflows. */
export async function becomeOwner(page: Page, printed: string): Promise<void> {
  const setup = /http:\/\/\S+\/setup\?token=\S+/.exec(printed)?.[0];
  if (!setup) throw new Error('no setup address was printed');
  await page.goto(setup);
  await page.getByLabel('Name', { exact: true }).fill('Bench');
  await page.getByLabel('E-mail').fill('bench@example.com');
  await page.getByLabel('Password', { exact: true }).fill('a-long-night-in-march');
  await page.getByRole('button', { name: /create/i }).click();
  await page.getByRole('heading', { name: 'Workflows' }).waitFor();
}
