import { Draft } from './draft.ts';
import { judgeList } from './judge-list.ts';
import { kindOf } from './kind.ts';
import type { Plan } from './plan-shape.ts';
import type { Row } from './row.ts';
import { each, sameGroup } from './spread.ts';
import type { RunState } from './state.ts';

/** One condition that is not met: a dotted code and a sentence with names; `at` (ms) when it is met by itself then. */
export interface Unmet {
  code: string;
  message: string;
  at?: number;
}

const namesShown = 5;
const at = (ms: number): string => new Date(ms).toISOString();

/** What a status says by itself. `none` and a due retry say nothing: they wait by their conditions. */
function ofStatus({ status, attempt, dueAt }: Row, paused: boolean): Unmet | null {
  const until = dueAt === null ? {} : { at: dueAt };
  switch (status) {
    case 'scheduled':
      // A paused run has withdrawn its requests.
      if (paused) return null;
      return { code: 'admission.waiting', message: 'Asked for admission; its pool or a limit has not let it in yet.' };
    case 'queued':
      return { code: 'attempt.starting', message: `Admitted; the work of attempt ${attempt} is about to begin.` };
    case 'running':
      return { code: 'attempt.running', message: `Attempt ${attempt} is at work.` };
    case 'restarting':
      return { code: 'attempt.stopping', message: 'Was cleared; its work is being ended, then it starts over.' };
    case 'up_for_retry':
      return dueAt === null ? null : { code: 'retry.delay', message: `Is tried again at ${at(dueAt)}.`, at: dueAt };
    case 'up_for_reschedule':
      return { code: 'sensor.waiting', message: dueAt === null ? 'Looks again soon.' : `Looks again at ${at(dueAt)}.`, ...until };
    case 'deferred':
      return dueAt === null
        ? { code: 'signal.waiting', message: 'Waits for a signal.' }
        : { code: 'timer.waiting', message: `Waits until ${at(dueAt)}, or for a signal.`, at: dueAt };
    case 'awaiting_input': {
      const without = dueAt === null ? '' : ` It goes on without an answer at ${at(dueAt)}.`;
      return { code: 'person.waiting', message: `Waits for a person to answer.${without}`, ...until };
    }
    default:
      return null;
  }
}

/**
 * Why a task run is waiting, as far as its own run knows: every condition that is not met, with names. Pools, limits and
 * what lies between runs are told by the admission machine. Never empty for an unfinished task run of an unfinished run, and
 * empty for one that is finished or is not there. Codes: `run.queued`, `run.paused`, `attempt.starting`, `attempt.running`,
 * `attempt.stopping`, `admission.waiting`, `retry.delay`, `sensor.waiting`, `timer.waiting`, `signal.waiting`,
 * `person.waiting`, `upstream.unfinished`, `setup.unfinished`, `teardown.waits`, `map.list`, `past.unmet`.
 */
export function unmet(plan: Plan, state: RunState, task: string, index?: number): Unmet[] {
  const node = plan.indexOf.get(task);
  if (node === undefined) return [];
  const draft = new Draft(plan, state);
  const copy = index ?? -1;
  if (draft.expanded(node) ? copy < 0 || copy >= draft.copies(node).rows.size : copy >= 0) return [];
  const row = draft.row(node, copy);
  if (kindOf(row.status) !== null) return [];
  const found: Unmet[] = [];
  if (state.run.status === 'queued') found.push({ code: 'run.queued', message: 'The run waits for its own admission.' });
  if (state.run.paused && row.status !== 'running') found.push({ code: 'run.paused', message: 'The run is paused.' });
  if (row.stop !== null && row.status !== 'restarting')
    found.push({ code: 'attempt.stopping', message: `Its work is being ended (${row.stop}).` });
  const simple = ofStatus(row, state.run.paused);
  if (simple !== null && (row.stop === null || simple.code === 'attempt.stopping')) found.push(simple);
  if (row.status === 'none' || (row.status === 'up_for_retry' && row.dueAt === null))
    found.push(...conditions(draft, node, copy));
  return found;
}

function conditions(draft: Draft, task: number, index: number): Unmet[] {
  const { plan } = draft;
  const found: Unmet[] = [];
  const unfinished = (steps: Plan['setups']): string[] => {
    const names: string[] = [];
    each(steps, task, (node) => {
      const status = openStatus(draft, node, task, index);
      if (status !== null) names.push(`${plan.tasks[node]!.id} (${status})`);
    });
    return names;
  };
  const { scope, teardown, rule } = plan.tasks[task]!;
  const needsSetups = !teardown && rule !== 'always';
  const upstream = unfinished(plan.graph.up);
  if (upstream.length > 0)
    found.push({ code: 'upstream.unfinished', message: `Waits by ${teardown ? 'its role' : rule} for ${listed(upstream)}.` });
  const setups = needsSetups ? unfinished(plan.setups) : [];
  if (setups.length > 0) found.push({ code: 'setup.unfinished', message: `Needs the setup ${listed(setups)}.` });
  const covered = unfinished(plan.teardownsOver);
  if (covered.length > 0) found.push({ code: 'teardown.waits', message: `Cleans up after ${listed(covered)}.` });
  if (scope >= 0 && judgeList(draft, scope) === 'wait') {
    const sources = plan.scopes[scope]!.sources.map((node) => plan.tasks[node]!.id);
    found.push({ code: 'map.list', message: `Waits for the list of ${sources.length === 0 ? 'the params' : listed(sources)}.` });
  }
  if (draft.row(task, -1).past === 'asked')
    found.push({ code: 'past.unmet', message: 'Waits for the previous run: the task must be success or skipped there.' });
  return found;
}

/** Status of an unfinished upstream as one word; null when it is finished. */
function openStatus(draft: Draft, node: number, task: number, index: number): string | null {
  if (draft.expanded(node) && !(index >= 0 && sameGroup(draft.plan, node, task))) {
    const { rows, sums } = draft.copies(node);
    const open = rows.size - sums.success - sums.failed - sums.upstreamFailed - sums.skipped - sums.removed;
    return open === 0 ? null : `${open} of ${rows.size} unfinished`;
  }
  const { status } = draft.row(node, draft.expanded(node) ? index : -1);
  return kindOf(status) === null ? status : null;
}

const listed = (names: readonly string[]): string =>
  names.length > namesShown ? `${names.slice(0, namesShown).join(', ')} and ${names.length - namesShown} more` : names.join(', ');
