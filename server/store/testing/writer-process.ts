import { openStore } from '../open-store.ts';
import { anAttempt, aTaskRun, someEvents } from './rows.ts';

/*
 * A process that writes turns to one run until it is killed, or `count` of them, and prints each seq after the store has
 * acknowledged it: what the parent has read must be in the database. `node --import tsx writer-process.ts URL RUN COUNT`
 */
const [url = '', runId = '', count = '0'] = process.argv.slice(2);
const store = await openStore({ url, role: 'tool', durability: 'D2' });
for (let seq = 1; seq <= Number(count); seq++) {
  await store.commitTurn({
    events: [{ runId, firstSeq: seq, at: seq, events: someEvents(1) }],
    runs: [{ id: runId, set: { seq } }],
    taskRuns: [aTaskRun(runId, `t${seq}`)],
    newAttempts: [anAttempt(runId, `t${seq}`)],
  });
  process.stdout.write(`${seq}\n`);
}
await store.close();
