import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

const known = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Path of a Chromium: `CHROMIUM`, Playwright's own, or the system's; null when there is none. */
export function findBrowser() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  try {
    const own = createRequire(import.meta.url)('@playwright/test').chromium.executablePath();
    if (own && existsSync(own)) return own;
  } catch {
    // Playwright is not installed yet: fall through to the system's browser.
  }
  return known.find((file) => existsSync(file)) ?? null;
}
