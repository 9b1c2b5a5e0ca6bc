import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '#server/auth/person.ts';
import type { EngineCommands } from '#server/engine/commands.ts';
import { EngineBench } from '#server/engine/testing/engine-bench.ts';
import { workflow } from '#server/engine/testing/workflows.ts';
import { createNote } from '#server/notes/create.ts';
import { listNotes } from '#server/notes/list.ts';
import { removeNote } from '#server/notes/remove.ts';
import { updateNote } from '#server/notes/update.ts';
import { relativesOf } from '#server/runs/relatives.ts';
import { answerApproval } from './answer.ts';
import { countApprovals } from './count.ts';
import { listApprovals } from './list.ts';
import { previewAnswer } from './preview.ts';

type PreviewInput = Parameters<EngineCommands['previewAct']>[0];

const person = (id: string, more: Partial<Person> = {}): Person => ({
  id,
  name: id,
  email: `${id}@example.com`,
  role: 'runner',
  timezone: null,
  sessionId: 's',
  ...more,
});
const ada = person('ada');
const bo = person('bo');
const names = new Map([['ada', 'Ada']]);

let bench: EngineBench;
beforeEach(async () => {
  bench = await EngineBench.open();
  const config = { message: 'Go on?', people: ['ada@example.com'] };
  await bench.publish(workflow('ask', { ask: { operator: 'approval@1', name: 'Ask', config } }));
  await bench.publish(workflow('outer', { call: { operator: 'sub-workflow@1', config: { workflow: 'ask' } } }));
});
afterEach(() => bench.close());

const engine = { answerApproval: (input: Parameters<EngineBench['engine']['answer']>[0]) => bench.engine.answer(input) };
const start = async (workflowId: string) =>
  (await bench.engine.creator.create({ workflowId, runType: 'manual', by: null })).runId;
const asked = () => bench.until(async () => (await bench.store.approvals.waiting(9))[0]);
const list = (one: Person, more = {}) => listApprovals(bench.store, { limit: 1, ...more }, one, names);

describe('approvals', () => {
  it('are listed page by page with names, counted for who may answer, and answered by nobody else', async () => {
    const runs = [await start('ask'), await start('ask')];
    await bench.until(async () => (await bench.store.approvals.waiting(9)).length === 2);
    expect(await countApprovals(bench.store, ada)).toEqual({ waiting: 2, mine: 2 });
    expect(await countApprovals(bench.store, bo)).toEqual({ waiting: 2, mine: 0 });
    const first = await list(ada);
    expect(first.approvals).toMatchObject([{ workflowName: 'ask', taskName: 'Ask', mine: true }]);
    const second = await list(ada, { cursor: first.nextCursor });
    expect(second.nextCursor).toBeNull();
    expect([first, second].flatMap(({ approvals }) => approvals.map(({ runId }) => runId)).sort()).toEqual(runs.sort());
    await expect(list(ada, { cursor: 'nonsense' })).rejects.toMatchObject({ code: 'approvals.cursor' });

    const input = { id: first.approvals[0]!.attemptId, decision: 'rejected' as const, comment: 'no' };
    await expect(answerApproval(bench.store, engine, input, bo)).rejects.toMatchObject({
      code: 'approval.not-yours',
      status: 403,
    });
    await expect(answerApproval(bench.store, engine, { ...input, id: 'x' }, ada)).rejects.toMatchObject({
      code: 'approval.unknown',
    });
    const previews = { previewAct: ({ runId, act }: PreviewInput) => bench.engine.acts.preview(runId, act) };
    await expect(previewAnswer(bench.store, previews, input.id, bo)).rejects.toMatchObject({ code: 'approval.not-yours' });
    expect(await previewAnswer(bench.store, previews, input.id, ada)).toMatchObject({
      refused: null,
      changes: [{ task: 'ask', from: 'awaiting_input', to: 'scheduled', consent: false }],
    });
    await answerApproval(bench.store, engine, input, ada);
    expect((await bench.ended(first.approvals[0]!.runId)).status).toBe('failed');
    expect((await list(bo, { status: ['rejected'] })).approvals).toMatchObject([
      { answeredBy: 'Ada', comment: 'no', mine: false },
    ]);
  });
});

it('parent and child runs know each other', async () => {
  const runId = await start('outer');
  const row = await asked();
  expect(await relativesOf(bench.store, runId)).toMatchObject({
    parent: null,
    children: [{ runId: row.runId, task: 'call', attempt: 1 }],
  });
  expect(await relativesOf(bench.store, row.runId)).toMatchObject({
    parent: { runId, workflowName: 'outer', task: 'call' },
    children: [],
  });
});

describe('notes', () => {
  it('are changed by who wrote them or an admin, from the newest revision', async () => {
    const runId = await start('ask');
    const { store } = bench;
    const { id } = await createNote(store, { runId, task: 'ask', text: 'late' }, { by: 'ada', at: 5 });
    await expect(createNote(store, { runId, task: 'none', text: 't' }, { by: 'ada', at: 5 })).rejects.toMatchObject({
      code: 'task.unknown',
    });
    await expect(createNote(store, { runId: 'none', text: 't' }, { by: 'ada', at: 5 })).rejects.toMatchObject({
      code: 'run.unknown',
    });
    expect(await listNotes(store, runId, bo, names)).toMatchObject([{ createdBy: 'Ada', task: 'ask', mine: false }]);
    await expect(updateNote(store, { id, revision: 1, text: 'x' }, bo, 6)).rejects.toMatchObject({ code: 'note.not-yours' });
    await updateNote(store, { id, revision: 1, text: 'later' }, ada, 6);
    await expect(updateNote(store, { id, revision: 1, text: 'x' }, ada, 7)).rejects.toMatchObject({ code: 'note.conflict' });
    await removeNote(store, id, person('root', { role: 'admin' }));
    await expect(removeNote(store, id, ada)).rejects.toMatchObject({ code: 'note.unknown' });
  });
});
