import { decideRule } from '#domain/run/trigger-rule.ts';
import { kindOf } from '#domain/run/kind.ts';
import type { TriggerRule } from '#domain/definition/schema/workflow.ts';
import type { TaskRunStatus } from '#domain/run/status.ts';
import { judged, type Mismatch } from './judged.ts';

export interface RuleCase {
  rule: TriggerRule;
  upstream: TaskRunStatus[];
  decision: string;
}

/** trigger-rules: one rule and the statuses of its direct upstreams. */
export function judgeRule({ rule, upstream, decision }: RuleCase): Mismatch | null {
  const counts = { total: upstream.length, success: 0, failed: 0, upstreamFailed: 0, skipped: 0, removed: 0 };
  for (const status of upstream) {
    const kind = kindOf(status);
    if (kind !== null) counts[kind]++;
  }
  return judged(`${rule}(${upstream.join(',')})`, decision, decideRule(rule, counts));
}
