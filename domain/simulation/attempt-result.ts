import type { Workflow } from '#domain/definition/schema/workflow.ts';
import type { AttemptResult } from '#domain/run/events.ts';
import type { PretendOutcome } from './outcome.ts';

/** Makes an attempt's answer from an outcome, as the operator of that task would have given it. */
export function attemptResult(workflow: Workflow, task: string, outcome: PretendOutcome): AttemptResult {
  if (outcome === 'success') return { type: 'success' };
  if (outcome === 'skipped') return { type: 'skipped' };
  if (outcome === 'failed' || outcome === 'failed_no_retry')
    return {
      type: 'failed',
      error: { code: 'pretended', message: 'failed as told' },
      retry: outcome === 'failed' ? 'policy' : 'never',
    };
  if ('type' in outcome) return outcome;
  if ('ports' in outcome) return { type: 'success', ports: outcome.ports };
  if ('list' in outcome) return { type: 'success', list: outcome.list };
  if ('branch' in outcome) {
    const followed = new Set(outcome.branch);
    const open = workflow.edges.filter((edge) => edge.from === task && followed.has(edge.to)).map((edge) => edge.port);
    return { type: 'success', ports: [...new Set(open)] };
  }
  if (outcome.condition) return { type: 'success' };
  const direct = workflow.tasks.find(({ id }) => id === task)?.config.directOnly === true;
  return { type: 'success', shortCircuit: direct ? 'children' : 'descendants' };
}
