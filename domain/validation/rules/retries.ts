import type { Rule } from '../context.ts';

/** Retries of what must not happen twice: `retry.not-idempotent`; a first delay over the longest: `retry.max-delay` (warnings). */
export const retries: Rule = function* ({ workflow }) {
  for (const [index, { id, retry: own, idempotent }] of workflow.tasks.entries()) {
    const retry = own ?? workflow.taskDefaults?.retry;
    if (retry === undefined || retry.max === 0) continue;
    const place = {
      level: 'warning' as const,
      pointer: own === undefined ? '/taskDefaults/retry' : `/tasks/${index}/retry`,
      task: id,
    };
    if (idempotent === 'no')
      yield {
        code: 'retry.not-idempotent',
        ...place,
        message: `"${id}" is marked as not safe to repeat, but retries up to ${retry.max} times. Set its retries to 0, or make it safe to repeat.`,
        fix: {
          label: 'Set retries to 0',
          edits: [{ type: 'set-task-settings', task: id, settings: { retry: { ...retry, max: 0 } } }],
        },
      };
    if (retry.multiplier > 1 && retry.maxDelaySec !== undefined && retry.delaySec > retry.maxDelaySec)
      yield {
        code: 'retry.max-delay',
        ...place,
        message: `The first delay of "${id}" (${retry.delaySec} s) is longer than its longest (${retry.maxDelaySec} s). Swap them.`,
      };
  }
};
