import type { Draft } from './draft.ts';
import { kindOf, type Kind } from './kind.ts';
import { each, sameGroup } from './spread.ts';
import type { RuleDecision, UpstreamCounts } from './trigger-rule.ts';

/**
 * Setups in the scope of a task that are no direct upstreams: one failed decides at once, then one skipped, without waiting
 * for the others; `wait` forbids the start alone.
 */
export function judgeSetups(draft: Draft, task: number, index: number): 'ready' | 'wait' | 'skipped' | 'upstream_failed' {
  const found = new Set<Kind | 'unfinished'>();
  each(draft.plan.setups, task, (setup) => addKinds(draft, setup, task, index, found));
  if (found.has('failed') || found.has('upstreamFailed')) return 'upstream_failed';
  if (found.has('skipped')) return 'skipped';
  return found.has('unfinished') ? 'wait' : 'ready';
}

/**
 * A teardown waits for its direct upstreams; if all setups among them were skipped it is skipped, if none succeeded it is
 * upstream_failed; else it waits for everything between its setups and itself. Without setups: all_done.
 */
export function judgeTeardown(draft: Draft, task: number, index: number, counts: UpstreamCounts): RuleDecision {
  const { plan } = draft;
  if (counts.success + counts.failed + counts.upstreamFailed + counts.skipped + counts.removed < counts.total) return 'wait';
  const found = new Set<Kind | 'unfinished'>();
  each(plan.graph.up, task, (node) => {
    if (plan.tasks[node]!.setup) addKinds(draft, node, task, index, found);
  });
  if (found.size === 0) return 'run';
  if (found.size === 1 && found.has('skipped')) return 'skipped';
  if (!found.has('success')) return 'upstream_failed';
  const waited = draft.row(task, -1).need.waited + (index < 0 ? 0 : draft.row(task, index).need.waited);
  return waited === plan.teardownWaits[task] ? 'run' : 'wait';
}

/** How a setup stands, seen from a task run: the copy of the same index inside one group, else all its task runs. */
function addKinds(draft: Draft, setup: number, task: number, index: number, found: Set<Kind | 'unfinished'>): void {
  if (!draft.expanded(setup)) found.add(kindOf(draft.row(setup, -1).status) ?? 'unfinished');
  else if (index >= 0 && sameGroup(draft.plan, setup, task)) found.add(kindOf(draft.row(setup, index).status) ?? 'unfinished');
  else {
    const { rows, sums } = draft.copies(setup);
    let finished = 0;
    for (const kind of ['success', 'failed', 'upstreamFailed', 'skipped', 'removed'] as const) {
      if (sums[kind] > 0) found.add(kind);
      finished += sums[kind];
    }
    if (finished < rows.size) found.add('unfinished');
  }
}
