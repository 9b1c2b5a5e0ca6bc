import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { definitionHash } from '#domain/definition/hash.ts';
import { connectEngine } from '#server/engine/client.ts';
import { migrateDatabase } from '#server/store/migrate.ts';
import { openStore } from '#server/store/open-store.ts';
import { Chance } from './chance.ts';
import { Client } from './client.ts';
import { judge } from './judge.ts';
import { readLedger } from './ledger.ts';
import { killOurs } from './kill-ours.ts';
import { Product } from './product.ts';
import { processesWith } from './strays.ts';
import { chaosWorkflows } from './workflows.ts';

/*
 * Random kill -9 of engine, spawner and shims under a mixed load. The oracle is what the tasks and the client wrote down
 * themselves; the product's own word is only compared with it. Exits with 1 when an invariant of trust.md was violated.
 */
const option = (name: string, preset: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? preset : Number(process.argv[at + 1]);
};
const kills = option('kills', 20);
const seed = option('seed', 1);
const json = process.argv.includes('--json');
const say = (line: string) => json || process.stdout.write(`${line}\n`);
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const chance = new Chance(seed);
const dataDir = mkdtempSync(path.join(tmpdir(), 'drawloom-chaos-'));
const ledgerFile = path.join(dataDir, 'ledger');
const url = `file:${path.join(dataDir, 'drawloom.db')}`;

await migrateDatabase(url);
const store = await openStore({ url, role: 'tool', durability: 'D2' });
for (const workflow of chaosWorkflows(ledgerFile)) {
  const { id, name } = workflow;
  await store.workflows.create({ id, project: '', name, tags: [], createdBy: null }, workflow, Date.now());
  await store.versions.publish(id, workflow, definitionHash(workflow), '', null, Date.now());
}
await store.workflows.setEnabled('tick', true, Date.now());
await store.pools.put({ name: 'two', slots: 2, description: '' });

const product = new Product(dataDir);
const client = new Client(connectEngine(dataDir), chance);
const killed: Record<string, number> = { engine: 0, spawner: 0, shim: 0 };
say(`chaos: ${kills} kills, seed ${seed}, data in ${dataDir}`);
await product.start();

let loading = true;
const load = (async () => {
  while (loading) {
    await client.ask(chance.pick(['chain', 'scripts', 'fan', 'retries', 'long', 'stubborn']));
    for (const asked of client.asked.filter(({ workflowId, cancelled }) => workflowId === 'stubborn' && !cancelled))
      if (chance.next() < 0.5) await client.cancel(asked);
    await wait(chance.between(100, 500));
  }
})();

for (let n = 0; n < kills;) {
  await wait(chance.between(100, 1_200));
  const dice = chance.next();
  const who = dice < 0.55 ? 'engine' : dice < 0.75 ? 'spawner' : 'shim';
  // An engine that starts waits for the spawner; killing that again and again measures only the launcher's patience.
  if (who === 'spawner' && !product.isUp && chance.next() < 0.8) continue;
  const done = who === 'shim' ? killShim() : product.kill(who);
  if (!done) continue;
  killed[who] = (killed[who] ?? 0) + 1;
  n++;
  if (n % 10 === 0) say(`  ${n} kills, ${client.asked.length} requests, ${product.starts.length} starts of the engine`);
}
loading = false;
await load;
await product.until(() => product.isUp);
for (const asked of client.asked.filter(({ workflowId }) => workflowId === 'stubborn')) await client.cancel(asked);
await store.workflows.setEnabled('tick', false, Date.now());
await drain();
await product.stop();

const strays = processesWith(dataDir).filter(({ pid }) => pid !== process.pid);
const { violations, runs, attempts } = await judge({
  store,
  asked: client.asked,
  ledger: readLedger(ledgerFile),
  everyMs: 2_000,
  strays,
});
if (client.unexpected.length > 0) violations['I17'] = client.unexpected;
if (product.fatal.length > 0) violations['I13'] = product.fatal.map((code) => `a process ended with ${code}`);
await store.close();
for (const { pid } of strays) killOurs(pid, dataDir);
report();

/** Waits until nothing runs any more; what still does after two minutes is for the judge. */
async function drain(): Promise<void> {
  const deadline = performance.now() + 120_000;
  while (performance.now() < deadline && (await store.runs.unfinished()).length > 0) await wait(250);
  // A cancelled task that ignores TERM has its grace yet.
  while (performance.now() < deadline && (await store.runs.openAttempts()).length > 0) await wait(250);
}

function killShim(): boolean {
  const shims = processesWith(dataDir).filter(({ command }) => command.includes('drawloom-shim'));
  if (shims.length === 0) return false;
  return killOurs(chance.pick(shims).pid, dataDir);
}

function report(): void {
  const count = Object.values(violations).reduce((sum, list) => sum + list.length, 0);
  const starts = [...product.starts].sort((a, b) => a - b);
  const figures = {
    kills,
    seed,
    killed,
    requests: client.asked.length,
    runs,
    attempts,
    engineStarts: product.starts.length,
    recoveryMs: { median: Math.round(starts[starts.length >> 1] ?? 0), slowest: Math.round(starts.at(-1) ?? 0) },
    violations: Object.fromEntries(Object.entries(violations).map(([name, list]) => [name, list.length])),
  };
  if (json) process.stdout.write(`${JSON.stringify({ ...figures, details: violations }, null, 2)}\n`);
  else {
    say(`killed: ${killed.engine} engines, ${killed.spawner} spawners, ${killed.shim} shims`);
    say(
      `${figures.requests} requests, ${runs} runs, ${attempts} attempts, start to ready ${figures.recoveryMs.median} ms (median), ${figures.recoveryMs.slowest} ms (slowest)`,
    );
    for (const [name, list] of Object.entries(violations)) {
      say(`${name}: ${list.length} violations`);
      for (const what of list.slice(0, 10)) say(`  ${what}`);
    }
  }
  if (count === 0) rmSync(dataDir, { recursive: true, force: true });
  else process.stderr.write(`chaos.violations: ${count}; everything is kept in ${dataDir}\n`);
  process.exit(count === 0 ? 0 : 1);
}
