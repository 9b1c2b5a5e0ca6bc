import type { Draft } from './draft.ts';
import { upstreamCount } from './plan-shape.ts';
import type { UpstreamCounts } from './trigger-rule.ts';

/** Direct upstreams of a task run as its trigger rule counts them. */
export function upstreamCounts(draft: Draft, task: number, index: number): UpstreamCounts {
  const shared = draft.row(task, -1).need;
  const total = upstreamCount(draft.plan, task) + shared.extra;
  const { success, failed, upstreamFailed, skipped, removed } = shared;
  if (index < 0) return { total, success, failed, upstreamFailed, skipped, removed };
  const own = draft.row(task, index).need;
  return {
    total: total + own.extra,
    success: success + own.success,
    failed: failed + own.failed,
    upstreamFailed: upstreamFailed + own.upstreamFailed,
    skipped: skipped + own.skipped,
    removed: removed + own.removed,
  };
}
