import type { TriggerRule } from '#domain/definition/schema/workflow.ts';

/** What each trigger rule means, for people (semantics.md, Trigger rules). */
export const ruleWords: Record<TriggerRule, string> = {
  all_success: 'Runs when everything before succeeded.',
  all_failed: 'Runs when everything before failed.',
  all_done: 'Runs when everything before has ended, however.',
  all_done_min_one_success: 'Runs when everything before has ended and at least one succeeded; a skip skips it.',
  all_skipped: 'Runs when everything before was skipped.',
  one_success: 'Runs as soon as one before succeeds, without waiting for the others.',
  one_failed: 'Runs as soon as one before fails, without waiting for the others.',
  one_done: 'Runs as soon as one before succeeds or fails.',
  none_failed: 'Runs when nothing before failed: succeeded or skipped.',
  none_failed_min_one_success: 'Runs when nothing before failed and at least one succeeded. Right after a branch.',
  none_skipped: 'Runs when everything before has ended and nothing was skipped.',
  always: 'Runs at once, whatever happens before.',
};
