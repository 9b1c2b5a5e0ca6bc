import type { Page } from '@playwright/test';

const steps = 40;

/** Moves the view by two fingers, whatever lies under the pointer. */
export async function pan(page: Page, at: { x: number; y: number }): Promise<void> {
  await page.mouse.move(at.x, at.y);
  for (let i = 0; i < steps; i++) await page.mouse.wheel(6, i < steps / 2 ? 4 : -4);
}

/** Zooms out and in again by the wheel, as a trackpad does. */
export async function zoom(page: Page, at: { x: number; y: number }): Promise<void> {
  await page.mouse.move(at.x, at.y);
  await page.keyboard.down('Control');
  for (let i = 0; i < steps; i++) await page.mouse.wheel(0, i < steps / 2 ? 12 : -12);
  await page.keyboard.up('Control');
}

/** Drags what lies at a place to and fro. */
export async function drag(page: Page, at: { x: number; y: number }): Promise<void> {
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  for (let i = 1; i <= steps; i++) await page.mouse.move(at.x + i * 2, at.y + i);
  for (let i = steps; i >= 0; i--) await page.mouse.move(at.x + i * 2, at.y + i);
  await page.mouse.up();
}
