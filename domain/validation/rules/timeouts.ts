import type { Rule } from '../context.ts';

/** Ends by itself at a known instant: it needs no timeout. */
const timers: ReadonlySet<string> = new Set(['wait']);
const daySec = 86_400;

/** Tasks that wait for something without a limit: `timeout.none`; limits that cannot be reached: `timeout.over-run` (warnings). */
export const timeouts: Rule = function* ({ workflow, manifests }) {
  const runSec = workflow.settings?.runTimeoutSec;
  for (const [index, { id, operator, config, timeoutSec: own }] of workflow.tasks.entries()) {
    const timeoutSec = own ?? workflow.taskDefaults?.timeoutSec;
    const manifest = manifests.get(operator);
    // An approval has a limit of its own, which says what no answer means.
    const limited = timers.has(manifest?.type ?? '') || typeof config['waitSec'] === 'number';
    const place = { level: 'warning' as const, task: id };
    if (timeoutSec === undefined && runSec === undefined && manifest?.waits === true && !limited)
      yield {
        code: 'timeout.none',
        ...place,
        pointer: `/tasks/${index}`,
        message: `"${id}" waits for something and may wait for ever. Give it a timeout.`,
        fix: { label: 'Wait at most a day', edits: [{ type: 'set-task-settings', task: id, settings: { timeoutSec: daySec } }] },
      };
    if (own !== undefined && runSec !== undefined && own > runSec)
      yield {
        code: 'timeout.over-run',
        ...place,
        pointer: `/tasks/${index}/timeoutSec`,
        message: `The timeout of "${id}" (${own} s) is longer than that of the whole run (${runSec} s), which ends first. Make it shorter.`,
      };
  }
};
