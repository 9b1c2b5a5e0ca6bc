import type { Draft } from './draft.ts';
import { judgeList } from './judge-list.ts';
import { judgeSetups, judgeTeardown } from './judge-setups.ts';
import { decideRule } from './trigger-rule.ts';
import { upstreamCounts } from './upstream-counts.ts';

/**
 * What becomes of a task run: it starts, its list is unfolded into copies, its past is asked for, it waits, or it has a
 * status at once. `why` is shown beside a skipped one.
 */
export type Judgement =
  | { readonly be: 'run' | 'wait' | 'expand' | 'ask-past' | 'upstream_failed' | 'removed' }
  | { readonly be: 'skipped'; readonly why: string | null };

const is = {
  run: { be: 'run' },
  wait: { be: 'wait' },
  expand: { be: 'expand' },
  askPast: { be: 'ask-past' },
  upstreamFailed: { be: 'upstream_failed' },
  removed: { be: 'removed' },
} as const satisfies Record<string, Judgement>;
const skipped = (why: string | null): Judgement => ({ be: 'skipped', why });

/** Judges one task run by the statuses as they stand; changes nothing. Only a `none` one or a due retry can be concerned. */
export function judge(draft: Draft, task: number, index: number): Judgement {
  const { plan } = draft;
  const row = draft.row(task, index);
  if (row.status !== 'none' && !(row.status === 'up_for_retry' && row.dueAt === null)) return is.wait;
  if (row.forced) return is.run;
  const shared = index < 0 ? row : draft.row(task, -1);
  if (row.status === 'none' && shared.need.excluding + (index < 0 ? 0 : row.need.excluding) > 0) return skipped('not chosen');
  const planned = plan.tasks[task]!;
  const counts = upstreamCounts(draft, task, index);
  const needsSetups = !planned.teardown && planned.rule !== 'always' && counts.total > 0;
  const setups = needsSetups ? judgeSetups(draft, task, index) : 'ready';
  if (setups === 'upstream_failed') return is.upstreamFailed;
  if (setups === 'skipped') return skipped('setup skipped');
  const list = planned.scope >= 0 ? judgeList(draft, planned.scope) : 0;
  if (list === 'upstream_failed') return is.upstreamFailed;
  if (list === 'skipped') return skipped(null);
  // A mapped group unfolds as soon as its list is known: its copies are judged each by its own upstream.
  const unfolded = planned.scope < 0 || index >= 0;
  if (!unfolded && plan.scopes[planned.scope]!.group && list !== 'wait' && list > 0) return is.expand;
  const rule = planned.teardown ? judgeTeardown(draft, task, index, counts) : decideRule(planned.rule, counts);
  if (rule === 'upstream_failed') return is.upstreamFailed;
  if (rule === 'skipped') return skipped(null);
  if (rule === 'wait' || setups === 'wait' || list === 'wait') return is.wait;
  if (!unfolded && list === 0) return skipped('its list is empty');
  if (planned.scope >= 0 && index >= list) return is.removed;
  if (planned.dependsOnPast && shared.past !== 'satisfied') return shared.past === 'asked' ? is.wait : is.askPast;
  if (planned.disabled) return skipped('disabled');
  if (planned.scope >= 0 && (!unfolded || list > present(draft, task))) return is.expand;
  return is.run;
}

/** Copies that a mapped task has and that still stand for an item. */
function present(draft: Draft, task: number): number {
  const { rows, sums } = draft.copies(task);
  return rows.size - sums.removed;
}
