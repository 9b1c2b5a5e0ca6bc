import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { definitionHash } from '#domain/definition/hash.ts';
import { connectEngine } from '#server/engine/client.ts';
import { migrateDatabase } from '#server/store/migrate.ts';
import { openStore } from '#server/store/open-store.ts';
import { Chance } from './chance.ts';
import { Client } from './client.ts';
import { Editor } from './editor.ts';
import { freePort } from './free-port.ts';
import { judge } from './judge.ts';
import { killOurs } from './kill-ours.ts';
import { readLedger } from './ledger.ts';
import { LogWatch } from './log-watch.ts';
import { Pages } from './pages.ts';
import { Product, type Part } from './product.ts';
import { report } from './report.ts';
import { slowStarts } from './slow-starts.ts';
import { processesWith } from './strays.ts';
import { Violations } from './violations.ts';
import { askedFor, chaosWorkflows, everyMs, poolSlots } from './workflows.ts';

/*
 * Random kill -9 of the pages, engine, spawner, shims and now and then of the launcher, under a mixed load. The oracle is
 * what the tasks and the client wrote down themselves; the product's own word is only compared with it. Exits with 1 when an
 * invariant of trust.md was violated.
 */
const option = (name: string, preset: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? preset : Number(process.argv[at + 1]);
};
const kills = option('kills', 20);
const seed = option('seed', 1);
/** People who ask at the same time; each waits until it is answered. */
const clients = 3;
const json = process.argv.includes('--json');
const say = (line: string) => json || process.stdout.write(`${line}\n`);
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const chance = new Chance(seed);
const dataDir = mkdtempSync(path.join(tmpdir(), 'drawloom-chaos-'));
const ledgerFile = path.join(dataDir, 'ledger');
const url = `file:${path.join(dataDir, 'drawloom.db')}`;

await migrateDatabase(url);
const store = await openStore({ url, role: 'tool', durability: 'D2' });
const workflows = chaosWorkflows(ledgerFile);
for (const workflow of workflows) {
  const { id, name } = workflow;
  await store.workflows.create({ id, project: '', name, tags: [], createdBy: null }, workflow, Date.now());
  await store.versions.publish(id, workflow, definitionHash(workflow), '', null, Date.now());
}
const schedules = Object.keys(everyMs);
for (const id of schedules) await store.workflows.setEnabled(id, true, Date.now());
await store.pools.put({ name: 'two', slots: poolSlots, description: '' });

const port = await freePort();
const pages = new Pages(`http://127.0.0.1:${port}`);
const product = new Product(dataDir, port, pages);
const engine = connectEngine(dataDir);
const client = new Client(engine, pages, chance);
const killed: Record<Part | 'shim', number> = { engine: 0, web: 0, spawner: 0, shim: 0, launcher: 0 };
const beganAt = performance.now();
say(`chaos: ${kills} kills, seed ${seed}, data in ${dataDir}`);
await pages.becomeOwner(await product.start());
const edited = await store.drafts.get('edited');
const editor = new Editor(
  pages,
  workflows.find(({ id }) => id === 'edited')!,
  edited!.revision,
);

let loading = true;
let draining = true;
const isStubborn = ({ workflowId, cancelled }: { workflowId: string; cancelled: boolean }) =>
  workflowId === 'stubborn' && !cancelled;
const requests = Array.from({ length: clients }, async () => {
  while (loading) {
    await client.ask(chance.pick(askedFor));
    for (const asked of client.asked.filter(isStubborn)) if (chance.next() < 0.5) await client.cancel(asked);
    await wait(chance.between(200, 1_000));
  }
});
const logs = new LogWatch(pages, client, chance);
const looks = (async () => {
  while (loading) {
    await logs.look();
    await wait(150);
  }
})();
const edits = (async () => {
  while (loading) {
    await editor.save();
    await wait(chance.between(100, 600));
  }
})();
const answers = (async () => {
  while (draining) {
    await client.approve();
    await wait(300);
  }
})();

for (let n = 0; n < kills;) {
  await wait(chance.between(100, 1_200));
  const who = victim(chance.next());
  // An engine that starts waits for the spawner; killing that again and again measures only the launcher's patience.
  if (who === 'spawner' && !product.hasEngine && chance.next() < 0.8) continue;
  // Pages that are killed whenever they start serve nobody, and nothing is acknowledged that could be lost.
  if ((who === 'web' || who === 'launcher') && chance.next() < 0.8 && !(await pages.answers())) continue;
  if (!(who === 'shim' ? killShim() : product.kill(who))) continue;
  killed[who]++;
  n++;
  if (n % 10 === 0) say(`  ${n} kills, ${client.asked.length} requests, ${product.starts.length} starts of the engine`);
}
loading = false;
await Promise.all([...requests, edits, looks]);
await product.up();
for (const asked of client.asked.filter(isStubborn)) await client.cancel(asked);
for (const id of schedules) await engine.setEnabled({ workflowId: id, enabled: false, by: null });
await drain();
const { contested } = await engine.selfCheck();
draining = false;
await answers;
await product.stop();

const strays = await leftBehind();
const violations = new Violations();
for (const { pid, command } of strays) violations.blame('I10', `${pid} ${command.slice(0, 100)}`);
const { runs, attempts } = await judge(
  { store, asked: client.asked, approved: client.approved, ledger: readLedger(ledgerFile), seen: logs.seen },
  violations,
);
await editor.judge(store);
for (const what of editor.violations) violations.blame('I6', what);
for (const what of client.unexpected) violations.blame('I17', what);
for (const what of contested) violations.blame('I4', `${what} was changed by somebody else`);
for (const what of slowStarts(product.starts)) violations.blame('I13', what);
for (const what of product.fatal) violations.blame('I13', what);
await store.close();
for (const { pid } of strays) killOurs(pid, dataDir);
const figures = {
  kills,
  seed,
  tookSec: Math.round((performance.now() - beganAt) / 1_000),
  killed,
  requests: client.asked.length,
  approvals: client.approved.size,
  edits: editor.saved,
  logs: logs.seen.size,
  runs,
  attempts,
};
report(figures, product.starts, violations, json);
if (violations.count === 0) rmSync(dataDir, { recursive: true, force: true });
else process.stderr.write(`chaos.violations: ${violations.count}; everything is kept in ${dataDir}\n`);
process.exit(violations.count === 0 ? 0 : 1);

/** Processes that are there yet: interpreters kept warm end when they see that their spawner has, and get a moment for that. */
async function leftBehind(): Promise<ReturnType<typeof processesWith>> {
  const deadline = performance.now() + 10_000;
  for (;;) {
    const left = processesWith(dataDir).filter(({ pid }) => pid !== process.pid);
    if (left.length === 0 || performance.now() > deadline) return left;
    await wait(100);
  }
}

/** Waits until nothing runs any more; what still does after two minutes is for the judge. */
async function drain(): Promise<void> {
  const deadline = performance.now() + 120_000;
  while (performance.now() < deadline && (await store.runs.unfinished()).length > 0) await wait(250);
  // A cancelled task that ignores TERM has its grace yet.
  while (performance.now() < deadline && (await store.runs.openAttempts()).length > 0) await wait(250);
}

function victim(dice: number): Part | 'shim' {
  if (dice < 0.45) return 'engine';
  if (dice < 0.6) return 'spawner';
  if (dice < 0.8) return 'shim';
  return dice < 0.96 ? 'web' : 'launcher';
}

function killShim(): boolean {
  const shims = processesWith(dataDir).filter(({ command }) => command.includes('drawloom-shim'));
  if (shims.length === 0) return false;
  return killOurs(chance.pick(shims).pid, dataDir);
}
