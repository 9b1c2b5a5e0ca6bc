import type { Draft } from './draft.ts';
import { eachRow } from './each-row.ts';
import { forceEnd } from './force-end.ts';
import { kindOf } from './kind.ts';
import { refOf, refText } from './ref.ts';

/** The first final failure ends the run: what runs fails, the rest is skipped, teardowns are spared. */
export function failFast(draft: Draft, task: number, index: number): void {
  if (draft.run.verdict !== null) return;
  const failed = refText(refOf(draft.plan.tasks[task]!.id, index));
  draft.run = { ...draft.run, verdict: 'fail-fast', reason: `fail fast: ${failed} failed` };
  eachRow(draft, (node, at, row) => {
    if (kindOf(row.status) !== null || draft.plan.tasks[node]!.teardown) return;
    forceEnd(draft, node, at, 'fail-fast', { status: 'skipped', reason: 'fail fast' });
  });
}
