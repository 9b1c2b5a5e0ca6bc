import type { TriggerRule } from '#domain/definition/schema/workflow.ts';

/** Direct upstreams by how they ended: `failed` counts failed and cancelled ones. `total` counts finished and unfinished. */
export interface UpstreamCounts {
  total: number;
  success: number;
  failed: number;
  upstreamFailed: number;
  skipped: number;
  removed: number;
}

/** What a rule says: start, wait on, or the status that is certain already. */
export type RuleDecision = 'run' | 'wait' | 'skipped' | 'upstream_failed';

/** Judges a trigger rule: the table of semantics.md, each row from left to right. Without upstream every rule runs. */
export function decideRule(rule: TriggerRule, counts: UpstreamCounts): RuleDecision {
  const { total, success, failed, upstreamFailed, skipped, removed } = counts;
  const bad = failed + upstreamFailed;
  const done = success + bad + skipped + removed === total;
  if (total === 0) return 'run';
  switch (rule) {
    case 'all_success':
      return bad > 0 ? 'upstream_failed' : skipped > 0 ? 'skipped' : done ? 'run' : 'wait';
    case 'all_failed':
      return success + skipped > 0 ? 'skipped' : done ? 'run' : 'wait';
    case 'all_done':
      return done ? 'run' : 'wait';
    case 'all_done_min_one_success':
      if (skipped > 0) return 'skipped';
      return !done ? 'wait' : success === 0 ? 'upstream_failed' : 'run';
    case 'all_skipped':
      return success + bad > 0 ? 'skipped' : skipped + removed === total ? 'run' : 'wait';
    case 'one_success':
      if (success > 0) return 'run';
      return skipped === total ? 'skipped' : done ? 'upstream_failed' : 'wait';
    case 'one_failed':
      return bad > 0 ? 'run' : done ? 'skipped' : 'wait';
    case 'one_done':
      return success + failed > 0 ? 'run' : done ? 'skipped' : 'wait';
    case 'none_failed':
      return bad > 0 ? 'upstream_failed' : done ? 'run' : 'wait';
    case 'none_failed_min_one_success':
      if (bad > 0) return 'upstream_failed';
      if (skipped === total) return 'skipped';
      return !done ? 'wait' : success === 0 ? 'upstream_failed' : 'run';
    case 'none_skipped':
      return skipped > 0 ? 'skipped' : done ? 'run' : 'wait';
    case 'always':
      return 'run';
  }
}
