import type { Person } from '#server/auth/person.ts';
import { Refusal } from '#server/refusal.ts';
import type { ApprovalFilter, ApprovalRow } from '#server/store/approval-row.ts';
import type { Store } from '#server/store/store.ts';
import { nameOf } from '#server/workflows/name-of.ts';
import { mayAnswer } from './may-answer.ts';

/** An approval with the names that a person reads. */
export interface ApprovalItem extends ApprovalRow {
  runNumber: number | null;
  workflowName: string;
  taskName: string;
  /** Whether the one who looks may answer it. */
  mine: boolean;
}
export interface ApprovalPage {
  approvals: ApprovalItem[];
  /** Hand it back for the next page; null on the last. */
  nextCursor: string | null;
}

/** What people are, or were, asked, newest first. A cursor that nobody gave out is 400 `approvals.cursor`. */
export async function listApprovals(
  store: Store,
  { cursor, limit, ...filter }: Omit<ApprovalFilter, 'before'> & { cursor?: string | null },
  person: Person,
  names: ReadonlyMap<string, string>,
): Promise<ApprovalPage> {
  const before = cursor ? readCursor(cursor) : undefined;
  // One more than asked for tells whether there is another page.
  const rows = await store.approvals.list({ ...filter, ...(before ? { before } : {}), limit: limit + 1 });
  const page = rows.slice(0, limit);
  const workflows = new Map((await store.workflows.list()).map(({ id, name }) => [id, name]));
  const runs = new Map(
    await Promise.all([...new Set(page.map(({ runId }) => runId))].map(async (id) => [id, await aboutRun(store, id)] as const)),
  );
  const approvals = page.map((row) => ({
    ...row,
    answeredBy: nameOf(row.answeredBy, names),
    runNumber: runs.get(row.runId)?.number ?? null,
    workflowName: workflows.get(row.workflowId) ?? row.workflowId,
    taskName: runs.get(row.runId)?.tasks.get(row.task) ?? row.task,
    mine: mayAnswer(person, row.audience),
  }));
  const last = page.at(-1);
  return { approvals, nextCursor: rows.length > limit && last ? `${last.askedAt}~${last.attemptId}` : null };
}

async function aboutRun(store: Store, runId: string) {
  const [run, definition] = await Promise.all([store.runs.get(runId), store.runs.definition(runId)]);
  return { number: run?.number ?? null, tasks: new Map(definition?.tasks.map(({ id, name }) => [id, name ?? id])) };
}

function readCursor(text: string): NonNullable<ApprovalFilter['before']> {
  const at = text.indexOf('~');
  const askedAt = Number(text.slice(0, at));
  if (at < 1 || !Number.isSafeInteger(askedAt))
    throw new Refusal('approvals.cursor', 'This place in the list is not known. Begin at its top.', 400);
  return { askedAt, attemptId: text.slice(at + 1) };
}
