import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What depends on the colours of a theme; all other rules see the same page in light and in dark. */
const ofColour = ['color-contrast', 'link-in-text-block'];

/** Looks at the page as it stands, in light and in dark: nothing that axe calls serious or critical. `what` names it in the report. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    // Without motion: half-faded colours are no finding.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const axe = new AxeBuilder({ page });
    const { violations } = await (colorScheme === 'light' ? axe : axe.withRules(ofColour)).analyze();
    const bad = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}: ${node.failureSummary ?? ''}`));
    expect(bad, `${what}, ${colorScheme}`).toEqual([]);
  }
}
