import type { TriggerRule } from '#domain/definition/schema/workflow.ts';

/** How a task of the oracle's little world ends: the last one takes all descendants out. */
export type SmallOutcome = 'success' | 'failed' | 'skipped' | 'short_circuit';
type Status = 'none' | 'running' | 'success' | 'failed' | 'skipped' | 'upstream_failed';

export interface SmallRun {
  /** Task `i` may hang on tasks before it. */
  edges: readonly (readonly [number, number])[];
  rules: readonly TriggerRule[];
  outcomes: readonly SmallOutcome[];
  durations: readonly number[];
}

const end = (status: Status) => status !== 'none' && status !== 'running';

/**
 * The rules of semantics.md once more, written the slow and plain way and apart from the machine: everybody is judged in
 * every round, everything is counted from the statuses. No retries, maps or setups. Gives statuses and the run's status.
 */
export function smallOracle({ edges, rules, outcomes, durations }: SmallRun): { statuses: Status[]; run: 'success' | 'failed' } {
  const size = rules.length;
  const statuses = new Array<Status>(size).fill('none');
  const endsAt = new Array<number>(size).fill(Infinity);
  const parents = (task: number) => edges.filter(([, to]) => to === task).map(([from]) => from);
  const children = (task: number) => edges.filter(([from]) => from === task).map(([, to]) => to);
  const below = (task: number): Set<number> => new Set(children(task).flatMap((child) => [child, ...below(child)]));
  const cut = new Set<number>();
  const rounds = (now: number) => {
    for (let changed = true; changed;) {
      changed = false;
      const then = [...statuses];
      for (let task = 0; task < size; task++) {
        if (then[task] !== 'none') continue;
        const up = parents(task);
        const decision = up.some((parent) => cut.has(parent))
          ? 'skipped'
          : judgeSmall(
              rules[task]!,
              up.map((parent) => then[parent]!),
            );
        if (decision === 'wait') continue;
        changed = true;
        statuses[task] = decision === 'run' ? 'running' : decision;
        if (decision === 'run') endsAt[task] = now + durations[task]!;
      }
    }
  };
  rounds(0);
  while (statuses.includes('running')) {
    const now = Math.min(...statuses.map((status, task) => (status === 'running' ? endsAt[task]! : Infinity)));
    const task = statuses.findIndex((status, at) => status === 'running' && endsAt[at] === now);
    const outcome = outcomes[task]!;
    statuses[task] = outcome === 'short_circuit' ? 'success' : outcome;
    if (outcome === 'short_circuit') {
      cut.add(task);
      for (const node of below(task)) if (statuses[node] === 'none') statuses[node] = 'skipped';
    }
    rounds(now);
  }
  const failed = statuses.some(
    (status, task) => children(task).length === 0 && (status === 'failed' || status === 'upstream_failed'),
  );
  return { statuses, run: failed ? 'failed' : 'success' };
}

function judgeSmall(rule: TriggerRule, up: readonly Status[]): 'run' | 'wait' | 'skipped' | 'upstream_failed' {
  const has = (...wanted: Status[]) => up.some((status) => wanted.includes(status));
  const all = (...wanted: Status[]) => up.every((status) => wanted.includes(status));
  const done = up.every(end);
  const last = (met: boolean) => (met ? 'run' : 'wait');
  if (up.length === 0 || rule === 'always') return 'run';
  if (rule === 'all_success')
    return has('failed', 'upstream_failed') ? 'upstream_failed' : has('skipped') ? 'skipped' : last(done);
  if (rule === 'all_failed') return has('success', 'skipped') ? 'skipped' : last(done);
  if (rule === 'all_done') return last(done);
  if (rule === 'all_done_min_one_success')
    return has('skipped') ? 'skipped' : done && !has('success') ? 'upstream_failed' : last(done);
  if (rule === 'all_skipped') return has('success', 'failed', 'upstream_failed') ? 'skipped' : last(all('skipped'));
  if (rule === 'one_success') return has('success') ? 'run' : all('skipped') ? 'skipped' : done ? 'upstream_failed' : 'wait';
  if (rule === 'one_failed') return has('failed', 'upstream_failed') ? 'run' : done ? 'skipped' : 'wait';
  if (rule === 'one_done') return has('success', 'failed') ? 'run' : done ? 'skipped' : 'wait';
  if (rule === 'none_failed') return has('failed', 'upstream_failed') ? 'upstream_failed' : last(done);
  if (rule === 'none_failed_min_one_success')
    return has('failed', 'upstream_failed')
      ? 'upstream_failed'
      : all('skipped')
        ? 'skipped'
        : done && !has('success')
          ? 'upstream_failed'
          : last(done);
  return has('skipped') ? 'skipped' : last(done);
}
