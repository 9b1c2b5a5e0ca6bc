import { Draft } from './draft.ts';
import { judgeList } from './judge-list.ts';
import { kindOf } from './kind.ts';
import type { Plan } from './plan-shape.ts';
import { each, sameGroup } from './spread.ts';
import type { RunState } from './state.ts';
import type { TaskRunStatus } from './status.ts';

/** One condition that is not met: a dotted code and a sentence with names. */
export interface Unmet {
  code: string;
  message: string;
}

const namesShown = 5;
const waits: Partial<Record<TaskRunStatus, Unmet>> = {
  scheduled: { code: 'admission.waiting', message: 'Asked for admission; its pool or a limit has not let it in yet.' },
  queued: { code: 'attempt.starting', message: 'Admitted; its work is about to begin.' },
  up_for_reschedule: { code: 'sensor.waiting', message: 'Looks again at its time.' },
  deferred: { code: 'signal.waiting', message: 'Waits for its time or for a signal.' },
  awaiting_input: { code: 'person.waiting', message: 'Waits for a person to answer.' },
  restarting: { code: 'attempt.stopping', message: 'Was cleared; its work is being ended, then it starts over.' },
};

/**
 * Why a task run is waiting, as far as its own run knows: every condition that is not met, with names. Pools, limits and
 * what lies between runs are told by the admission machine. Empty for one that runs or is finished, or is not there.
 */
export function unmet(plan: Plan, state: RunState, task: string, index?: number): Unmet[] {
  const node = plan.indexOf.get(task);
  if (node === undefined) return [];
  const draft = new Draft(plan, state);
  const at = index ?? -1;
  if (draft.expanded(node) ? at < 0 || at >= draft.copies(node).rows.size : at >= 0) return [];
  const row = draft.row(node, at);
  if (kindOf(row.status) !== null) return [];
  const found: Unmet[] = [];
  if (state.run.status === 'queued') found.push({ code: 'run.queued', message: 'The run waits for its own admission.' });
  if (state.run.paused && row.status !== 'running') found.push({ code: 'run.paused', message: 'The run is paused.' });
  if (row.stop !== null && row.status !== 'restarting')
    found.push({ code: 'attempt.stopping', message: `Its work is being ended (${row.stop}).` });
  if (row.status === 'up_for_retry' && row.dueAt !== null)
    found.push({ code: 'retry.delay', message: `Is tried again at ${new Date(row.dueAt).toISOString()}.` });
  const simple = waits[row.status];
  if (simple !== undefined) found.push(simple);
  if (row.status === 'none' || (row.status === 'up_for_retry' && row.dueAt === null)) found.push(...conditions(draft, node, at));
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
  const upstream = unfinished(plan.graph.up);
  if (upstream.length > 0)
    found.push({ code: 'upstream.unfinished', message: `Waits by ${teardown ? 'its role' : rule} for ${listed(upstream)}.` });
  const setups = unfinished(plan.setups);
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
