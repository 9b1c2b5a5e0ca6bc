import type { ApprovalRow } from '#server/store/approval-row.ts';
import type { Store } from '#server/store/store.ts';
import type { ActiveRun } from '../turn/active-run.ts';
import type { Decider } from '../turn/decider.ts';
import { waitingReasons, type WaitingTaskRun } from './waiting.ts';

/** Questions of one run that are looked at. */
const mostAsked = 500;

/**
 * The same as `waitingReasons`, with what only the store knows: who may answer a question, and the numbers of earlier runs
 * that have left the memory.
 */
export async function nameWaiting(
  store: Pick<Store, 'approvals' | 'runs'>,
  decider: Decider,
  run: ActiveRun,
  only?: string,
): Promise<WaitingTaskRun[]> {
  const waiting = waitingReasons(decider, run, only);
  const has = (code: string) => waiting.some(({ reasons }) => reasons.some((reason) => reason.code === code));
  const asked = has('person.waiting')
    ? await store.approvals.list({ runId: run.facts.id, status: ['waiting'], limit: mostAsked })
    : [];
  const gone = new Map<string, string>();
  if (has('past.waiting'))
    for (const { previous } of previousOf(decider, run)) {
      const row = decider.runs.has(previous) ? null : await store.runs.get(previous);
      if (row) gone.set(previous, `run ${row.number}, ${row.status}`);
    }
  return waiting.map(({ task, index, reasons }) => ({
    task,
    ...(index === undefined ? {} : { index }),
    reasons: reasons.map((reason) => {
      if (reason.code === 'past.waiting') return { ...reason, message: renamed(reason.message, gone) };
      const row = reason.code === 'person.waiting' && asked.find((each) => each.task === task && each.mapIndex === (index ?? -1));
      return row ? { ...reason, message: reason.message.replace('a person', audience(row)) } : reason;
    }),
  }));
}

/** Earlier runs that somebody of this run waits for. */
function previousOf(decider: Decider, run: ActiveRun): { previous: string }[] {
  return [...decider.admission.past].flatMap(([previous, { askers }]) =>
    askers.some((asker) => asker.run === run.facts.id) ? [{ previous }] : [],
  );
}

const renamed = (message: string, names: ReadonlyMap<string, string>): string =>
  [...names].reduce((text, [id, name]) => text.replace(id, name), message);

/** Who may answer, as part of a sentence. */
function audience({ audience: { role, people } }: ApprovalRow): string {
  const who = [...people, ...(role === null ? [] : [`anybody who is ${role} or more`])];
  return who.length === 0 ? 'anybody who may run it' : who.join(' or ');
}
