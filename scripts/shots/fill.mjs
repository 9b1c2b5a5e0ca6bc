import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { workflows } from './workflows.mjs';

/** An own operator that cannot be used, so that its problem is seen. */
const broken = { type: 'post-to-chat', title: 'Post to chat', configSchema: { type: 'object' }, run: ['sh', 'main.sh'] };

/**
 * Fills a fresh product with what the pictures show: workflows in folders, versions, runs of every end, pools, connections,
 * own operators. `page` is signed in. Gives the address of a run by what it shows.
 */
export async function fill(page, { dataDir, chat }) {
  const call = (name, input) =>
    page.evaluate(
      async ([procedure, body]) => {
        const answer = await fetch(`/api/trpc/${procedure}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
        const said = await answer.json();
        if (!answer.ok) throw new Error(`${procedure}: ${JSON.stringify(said)}`);
        return said.result.data;
      },
      [name, input],
    );
  const ask = (name, input) =>
    page.evaluate(
      async ([procedure, body]) =>
        (await (await fetch(`/api/trpc/${procedure}${body ? `?input=${encodeURIComponent(JSON.stringify(body))}` : ''}`)).json())
          .result.data,
      [name, input],
    );
  const settled = async (runId) => {
    for (;;) {
      const { run } = await ask('runs.get', { runId });
      if (['success', 'failed', 'cancelled'].includes(run.status)) return;
      await page.waitForTimeout(200);
    }
  };
  const run = async (workflowId, draft = false) => (await call('runs.create', { workflowId, draft })).runId;

  await call('pools.put', { name: 'db', slots: 4, description: 'The warehouse takes four sessions.' });
  await call('pools.put', { name: 'http', slots: 8, description: '' });
  await call('connections.create', {
    name: 'shop_ro',
    type: 'postgres',
    settings: { host: 'db.example.com', port: 5432, database: 'shop', user: 'reader', password: 'not-a-real-one' },
  });
  await call('connections.create', { name: 'weather', type: 'duckdb', settings: { file: 'examples/weather.duckdb' } });
  await call('connections.create', { name: 'team_chat', type: 'webhook', settings: { url: chat } });
  await call('connections.create', {
    name: 'night_mail',
    type: 'smtp',
    settings: { host: 'mail.invalid', port: 587, from: 'loom@example.com' },
  });
  await call('operators.addExample', { name: 'csv-profile' });
  const folder = path.join(dataDir, 'operators/post-to-chat');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'operator.json'), JSON.stringify(broken));

  for (const { project, file } of workflows) {
    await call('workflows.import', { text: JSON.stringify(file), project });
    if (file.id === 'refund-check') continue;
    const { draft } = await ask('workflows.get', { id: file.id });
    await call('versions.publish', { workflowId: file.id, revision: draft.revision, message: 'First one' });
  }
  // A second version of one, and a draft that has gone on since.
  const { draft } = await ask('workflows.get', { id: 'sales-by-city' });
  const change = async (definition, message) => {
    const { draft: now } = await ask('workflows.get', { id: 'sales-by-city' });
    const { revision } = await call('drafts.save', { workflowId: 'sales-by-city', baseRevision: now.revision, definition });
    if (message) await call('versions.publish', { workflowId: 'sales-by-city', revision, message });
  };
  const second = structuredClone(draft.definition);
  second.tasks.find(({ id }) => id === 'load_orders').retry.delaySec = 60;
  second.tasks.push({ id: 'tell', operator: 'noop@1', name: 'Tell the shop', config: {} });
  second.edges.push({ from: 'publish_table', to: 'tell' });
  await change(second, 'Wait longer for orders, tell the shop');

  const runs = {};
  for (const id of ['daily-weather', 'cities-fan-in']) {
    runs[id] = await run(id, true);
    await settled(runs[id]);
  }
  for (let n = 0; n < 9; n++) {
    runs.stock = await run('store-stock');
    await settled(runs.stock);
  }
  await call('workflows.setEnabled', { id: 'store-stock', enabled: true });
  await call('workflows.setEnabled', { id: 'sales-by-city', enabled: true });
  await call('workflows.setEnabled', { id: 'partner-feed', enabled: true });
  runs.asks = await run('ask-before-publishing');
  // Half of it has happened: what waits for the gate waits until the pictures are taken.
  runs.sales = await run('sales-by-city');
  for (;;) {
    const breakers = await ask('breakers.list');
    if (breakers.some(({ state }) => state !== 'closed')) break;
    await page.waitForTimeout(300);
  }
  return { runs, call };
}
