/** A scene: its name, where it is, what is done there, and what must be seen before the picture is taken. */
const heading = (page) => page.getByRole('heading', { level: 1 });
const box = (page) => page.locator('[data-task], canvas');
const button = (page, name, exact = true) => page.getByRole('button', { name, exact });

/** The box of a task in a drawing. On a phone there may be no room for it: then nothing is chosen. */
async function choose(page, name) {
  const task = page.getByRole('group', { name: new RegExp(`^${name.replace('?', '\\?')}, `) }).first();
  await task.waitFor();
  await task.click({ timeout: 5_000 });
}

/** Chooses from the menu of a button. */
async function fromMenu(page, opener, item) {
  await opener.click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** All scenes of a signed-in person, in order. `runs` has the addresses that `fill` made, `call` the API. */
export function scenes({ runs, call }) {
  const sales = '/workflows/sales-by-city';
  return [
    { name: 'run-live', url: `/runs/${runs.sales}`, seen: box },
    { wide: true, name: 'run-live-task', url: `/runs/${runs.sales}`, seen: box, act: (page) => choose(page, 'Update catalog') },
    { name: 'run', url: `/runs/${runs['daily-weather']}`, seen: box },
    { name: 'run-output', url: `/runs/${runs['daily-weather']}?task=by_month&tab=output`, seen: box },
    { name: 'run-fan-in', url: `/runs/${runs['cities-fan-in']}`, seen: box },
    {
      name: 'run-critical',
      url: `/runs/${runs['daily-weather']}`,
      seen: box,
      act: (page) => button(page, 'Show the critical path').click(),
      wide: true,
    },
    {
      name: 'run-asks',
      url: `/runs/${runs.asks}`,
      seen: box,
      act: (page) => choose(page, 'Ask the shop'),
    },
    {
      name: 'clear',
      url: `/runs/${runs.sales}?task=fetch_fx_rates`,
      seen: box,
      act: (page) => button(page, 'Clear…').first().click(),
      wide: true,
    },
    { name: 'workflows', url: '/workflows', seen: (page) => page.getByText('Sales by city') },
    { name: 'no-hit', url: '/workflows?q=operator%3Acobol', seen: heading },
    {
      name: 'gallery',
      url: '/workflows',
      seen: (page) => page.getByText('Sales by city'),
      act: (page) => fromMenu(page, button(page, 'New workflow'), /example/i),
    },
    {
      name: 'palette',
      url: '/workflows',
      seen: (page) => page.getByText('Sales by city'),
      act: (page) => page.keyboard.press('Control+k'),
    },
    {
      name: 'keys',
      url: sales,
      seen: box,
      act: (page) => page.keyboard.press('?'),
    },
    {
      name: 'tour',
      url: sales,
      seen: box,
      act: async (page) => {
        await page.keyboard.press('?');
        await button(page, 'Take the tour').click();
      },
      after: (page) => button(page, 'Leave').click(),
    },
    { name: 'runs', url: '/runs', seen: (page) => page.getByRole('row', { name: /Store stock/ }) },
    { name: 'designer', url: sales, seen: box },
    { wide: true, name: 'designer-task', url: sales, seen: box, act: (page) => choose(page, 'Load orders') },
    {
      wide: true,
      name: 'designer-settings',
      url: sales,
      seen: box,
      act: async (page) => {
        await choose(page, 'Load orders');
        await page.getByRole('tab', { name: /^Settings/ }).click();
      },
    },
    {
      name: 'designer-approval',
      url: '/workflows/ask-before-publishing',
      seen: box,
      act: (page) => choose(page, 'Ask the shop'),
    },
    {
      name: 'designer-run',
      url: '/workflows/cities-fan-in',
      seen: box,
      act: async (page) => {
        await button(page, 'Run draft').click();
        const below = page.getByRole('region', { name: 'Run', exact: true });
        await below.getByText('Success').first().waitFor();
        await below
          .getByRole('button', { name: /^Denver/ })
          .click({ timeout: 2_000 })
          .catch(() => {});
      },
    },
    {
      name: 'designer-alerts',
      url: '/workflows/store-stock',
      seen: box,
      act: async (page) => {
        await page.getByRole('tab', { name: /^Settings/ }).click();
        await page
          .getByRole('button', { name: /^Alerts/ })
          .first()
          .click({ timeout: 2_000 })
          .catch(() => {});
      },
    },
    { name: 'designer-problems', url: '/workflows/refund-check', seen: box },
    {
      wide: true,
      name: 'try',
      url: sales,
      seen: box,
      act: async (page) => {
        await choose(page, 'Load orders');
        await page.keyboard.press('t');
        const agree = page.getByRole('dialog').getByRole('button', { name: 'Try it', exact: true });
        const done = page
          .getByRole('region', { name: 'Try Load orders' })
          .getByRole('status')
          .first()
          .filter({ hasText: /success/i });
        await agree.or(done).first().waitFor();
        if (await agree.isVisible()) await agree.click();
        await done.waitFor({ timeout: 20_000 });
      },
    },
    {
      name: 'simulate',
      url: sales,
      seen: box,
      act: async (page) => {
        await button(page, 'Simulate').click();
        await page.getByRole('region', { name: 'Simulation' }).getByRole('status').first().waitFor();
      },
      wide: true,
    },
    {
      name: 'simulate-many',
      url: sales,
      seen: box,
      act: async (page) => {
        await button(page, 'Simulate').click();
        await page.getByRole('region', { name: 'Simulation' }).getByRole('status').first().waitFor();
        await page.getByLabel('Chance that any attempt fails, %').fill('4');
        await page.keyboard.press('Tab');
        await page.getByRole('tab', { name: '1,000 times' }).click();
        await button(page, 'Run 1,000 times').click();
        await page.getByRole('region', { name: 'Makespan' }).waitFor();
      },
      wide: true,
    },
    {
      name: 'replay',
      url: `/runs/${runs.stock}`,
      seen: box,
      act: async (page) => {
        await fromMenu(page, button(page, 'More about this run'), /^Replay on the draft/);
        await page.getByRole('region', { name: 'Simulation' }).waitFor();
      },
      wide: true,
    },
    { name: 'triggers', url: `${sales}/triggers`, seen: (page) => page.getByRole('region', { name: 'Next runs' }) },
    { name: 'triggers-none', url: '/workflows/refund-check/triggers', seen: (page) => page.getByText('No trigger yet.') },
    { name: 'workflow-runs', url: '/workflows/store-stock/runs', seen: (page) => page.getByRole('row').nth(1) },
    { name: 'workflow-runs-none', url: '/workflows/refund-check/runs', seen: (page) => page.getByText(/has not run yet/) },
    { name: 'grid', url: '/workflows/store-stock/grid', seen: (page) => page.getByRole('gridcell') },
    { name: 'versions', url: `${sales}/versions`, seen: box },
    {
      name: 'versions-diff',
      url: `${sales}/versions`,
      seen: box,
      act: async (page) => {
        await page.getByRole('list', { name: 'List of versions' }).getByRole('button').last().click();
        await page.getByRole('radio', { name: 'Text' }).or(button(page, 'Text')).first().click();
      },
    },
    {
      name: 'conflict',
      url: sales,
      seen: box,
      act: async (page) => {
        await choose(page, 'Reuse yesterday');
        const other = await page.context().newPage();
        await other.goto(page.url());
        for (const [on, text] of [
          [other, 'echo theirs'],
          [page, 'echo mine'],
        ]) {
          await choose(on, 'Reuse yesterday');
          if (on === page) await on.route('**/api/trpc/drafts.get*', (route) => route.continue());
          await on.getByRole('textbox', { name: 'Command' }).click();
          await on.keyboard.press('Control+A');
          await on.keyboard.type(`${text} ${Date.now()}`);
          if (on === other) await on.getByRole('status', { name: 'Draft' }).filter({ hasText: 'Draft saved' }).waitFor();
        }
        await other.close();
        await page.getByRole('dialog').waitFor();
      },
      wide: true,
    },
    { name: 'approvals', url: '/approvals', seen: (page) => page.getByRole('listitem').filter({ hasText: 'Publish 3201' }) },
    {
      name: 'approval',
      url: '/approvals',
      seen: (page) => page.getByRole('listitem').filter({ hasText: 'Publish 3201' }),
      act: (page) => button(page, 'Answer').first().click(),
    },
    { name: 'alerts', url: '/alerts', seen: (page) => page.getByText('Store stock snapshot').first() },
    { name: 'pools', url: '/pools', seen: heading },
    { name: 'breakers', url: '/breakers', seen: (page) => page.getByText('Partner feed') },
    {
      name: 'breaker-history',
      url: '/breakers',
      seen: (page) => page.getByText('Partner feed'),
      act: async (page) => {
        await fromMenu(page, page.getByRole('button', { name: /^Acts on the circuit/ }).first(), 'What happened…');
      },
    },
    { name: 'connections', url: '/connections', seen: (page) => page.getByText('shop_ro') },
    {
      name: 'connection',
      url: '/connections',
      seen: (page) => page.getByText('shop_ro'),
      act: (page) => button(page, 'New connection', false).first().click(),
    },
    { name: 'operators', url: '/operators', seen: heading },
    { name: 'health', url: '/health', seen: heading },
    {
      name: 'loading',
      url: '/runs',
      before: (page) => page.route('**/api/trpc/runs.list*', () => undefined),
      seen: (page) => page.getByRole('status', { name: /being read/ }),
      after: (page) => page.unrouteAll({ behavior: 'ignoreErrors' }),
    },
    {
      name: 'error',
      url: '/runs',
      before: (page) => page.route('**/api/trpc/**runs.list*', (route) => route.abort()),
      seen: heading,
      act: (page) => page.getByRole('button', { name: 'Try again' }).waitFor(),
      after: (page) => page.unrouteAll({ behavior: 'ignoreErrors' }),
    },
    { name: 'not-found', url: '/workflows/no-such-one', seen: (page) => page.locator('main, h1') },
    {
      name: 'welcome',
      url: '/workflows',
      before: async () => {
        for (const id of ['sales-by-city', 'store-stock', 'refund-check', 'ask-before-publishing', 'partner-feed'])
          await call('workflows.remove', { id }).catch(() => undefined);
        for (const id of ['daily-weather', 'cities-fan-in', 'flaky-delivery'])
          await call('workflows.remove', { id }).catch(() => undefined);
      },
      seen: (page) => page.getByRole('heading', { name: 'Draw your first workflow' }),
    },
  ];
}
