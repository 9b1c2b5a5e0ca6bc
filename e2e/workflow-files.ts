import { expect, type Page } from '@playwright/test';

/** A workflow of shell tasks that do not depend on each other unless an edge says so, as the text of its file. */
export function workflowFile(name: string, commands: Record<string, string>, edges: [string, string][] = []): string {
  return JSON.stringify({
    format: 'drawloom/workflow@1',
    id: name.toLowerCase().replaceAll(' ', '-'),
    name,
    tasks: Object.entries(commands).map(([id, command]) => ({
      id,
      name: id.charAt(0).toUpperCase() + id.slice(1),
      operator: 'shell@1',
      config: { command, output: 'lastLine' },
    })),
    triggers: [],
    edges: edges.map(([from, to]) => ({ from, to })),
  });
}

/** Takes a file through the Import button of the list of workflows, which is open. */
export async function importFile(page: Page, filename: string, text: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await (await chooser).setFiles({ name: filename, mimeType: 'application/json', buffer: Buffer.from(text) });
}

/** Imports a workflow at the list of workflows and opens it in the designer. */
export async function importAndOpen(page: Page, name: string, text: string): Promise<void> {
  await importFile(page, 'workflow.json', text);
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('region', { name: `Drawing of ${name}` })).toBeVisible();
}

/** Presses Run draft in the designer and goes from the panel below the drawing to the page of the run. */
export async function runDraft(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Run draft' }).click();
  await page.getByRole('region', { name: 'Run', exact: true }).getByRole('link', { name: 'Open run' }).click();
  await expect(page).toHaveURL(/\/runs\//);
}

/**
 * Waits until the page of a run, or the panel that shows it, says how it ended (or that it has begun). A run takes the time its
 * tasks and their delays take, on whatever machine: that is no matter of how soon a page answers, so it has a limit of its own.
 */
export async function expectRun(page: Page, word: string): Promise<void> {
  const head = page.getByRole('status').filter({ hasText: /^Run \d+ is/ });
  await expect(head).toContainText(`is ${word}.`, { timeout: 60_000 });
}
