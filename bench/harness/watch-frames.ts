import type { CDPSession, Page } from '@playwright/test';

/** What a page did while something was done to it. */
export interface Watched {
  /** Time from frame to frame, ms. */
  framesMs: number[];
  /** Time the main thread worked, ms a frame. */
  mainMs: number;
  /** React commits a frame. */
  commits: number;
}

/** Run before any script of a page: notes when the drawing is first there. */
export function watchFromTheStart(): void {
  const seen = { readyAt: 0, frames: [] as number[], watching: false };
  Object.assign(window, { seen });
  const look = (): void => {
    if (document.querySelector('[data-task], .cv-far, .react-flow__node') === null) {
      requestAnimationFrame(look);
      return;
    }
    // The frame after has painted what this one found.
    requestAnimationFrame(() => (seen.readyAt = performance.now()));
  };
  requestAnimationFrame(look);
}

interface Seen {
  readyAt: number;
  frames: number[];
  watching: boolean;
}

/** ms from the start of the navigation until the drawing is painted and the page takes the next event. */
export async function readyMs(page: Page): Promise<number> {
  await page.waitForFunction(() => (window as unknown as { seen: Seen }).seen.readyAt > 0, null, { timeout: 120_000 });
  return page.evaluate(() => (window as unknown as { seen: Seen }).seen.readyAt);
}

/** Elements of the page. */
export const elements = (page: Page): Promise<number> => page.evaluate(() => document.getElementsByTagName('*').length);

/** JavaScript memory in use after a collection, MB. */
export async function heapMb(page: Page): Promise<number> {
  await page.evaluate(() => (globalThis as unknown as { gc: () => void }).gc());
  return (await metrics(page))['JSHeapUsedSize'] ?? NaN;
}

/** Does something and tells what the page did meanwhile. */
export async function watch(page: Page, act: () => Promise<void>): Promise<Watched> {
  await page.evaluate(() => {
    const { seen } = window as unknown as { seen: Seen };
    Object.assign(seen, { frames: [], watching: true });
    Object.assign(window, { reactCommits: 0 });
    let last = performance.now();
    const frame = (): void => {
      const now = performance.now();
      seen.frames.push(now - last);
      last = now;
      if (seen.watching) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  const before = await metrics(page);
  await act();
  const after = await metrics(page);
  if ((after['TaskDuration'] ?? 0) <= (before['TaskDuration'] ?? 0)) throw new Error('the main thread was not counted');
  const { frames, commits } = await page.evaluate(() => {
    const { seen, reactCommits } = window as unknown as { seen: Seen; reactCommits: number };
    seen.watching = false;
    return { frames: seen.frames, commits: reactCommits };
  });
  const count = Math.max(1, frames.length);
  return {
    // The first two belong to the watching itself.
    framesMs: frames.slice(2),
    mainMs: (((after['TaskDuration'] ?? 0) - (before['TaskDuration'] ?? 0)) * 1000) / count,
    commits: commits / count,
  };
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** The browser's counters of a page. One session a page: a new one begins its counters at zero. */
async function metrics(page: Page): Promise<Record<string, number>> {
  const opened =
    sessions.get(page) ??
    page
      .context()
      .newCDPSession(page)
      .then(async (session) => {
        await session.send('Performance.enable');
        return session;
      });
  sessions.set(page, opened);
  const { metrics: list } = await (await opened).send('Performance.getMetrics');
  return Object.fromEntries(list.map(({ name, value }) => [name, name === 'JSHeapUsedSize' ? value / 1e6 : value]));
}
