import { askFor } from './ask-for.ts';
import type { Draft } from './draft.ts';
import { expand } from './expand.ts';
import { finish } from './finish.ts';
import { judge, type Judgement } from './judge.ts';
import { sortRequests } from './sort-requests.ts';

/**
 * Rounds: everybody concerned is judged by the statuses as they stand, then all decisions are written together; until a
 * round changes nothing. Only those are judged whose upstream, setups, list or past changed, which gives the same as
 * judging all.
 */
export function runRounds(draft: Draft): void {
  if (draft.run.status !== 'running') {
    draft.takeDirty();
    return;
  }
  for (let concerned = draft.takeDirty(); concerned.length > 0; concerned = draft.takeDirty()) {
    const decided: { task: number; index: number; judgement: Judgement }[] = [];
    for (const { task, index } of concerned) {
      const judgement = judge(draft, task, index);
      if (judgement.be !== 'wait') decided.push({ task, index, judgement });
    }
    if (decided.length === 0) continue;
    const unfolded = new Set<number>();
    const asked = draft.effects.length;
    for (const { task, index, judgement } of decided) write(draft, task, index, judgement, unfolded);
    sortRequests(draft.effects, asked);
  }
}

/** `unfolded`: the mappings whose copies this round has made; one of them asks for all. */
function write(draft: Draft, task: number, index: number, judgement: Judgement, unfolded: Set<number>): void {
  switch (judgement.be) {
    case 'run':
      askFor(draft, task, index);
      return;
    case 'expand': {
      const { scope } = draft.plan.tasks[task]!;
      if (!unfolded.has(scope)) expand(draft, task);
      unfolded.add(scope);
      return;
    }
    case 'ask-past': {
      const row = draft.row(task, -1);
      if (row.past !== 'unasked') return;
      draft.put(task, -1, { ...row, past: 'asked' });
      draft.effects.push({ type: 'askPast', task: draft.plan.tasks[task]!.id });
      return;
    }
    case 'skipped':
      finish(draft, task, index, 'skipped', judgement.why);
      return;
    case 'upstream_failed':
    case 'removed':
      finish(draft, task, index, judgement.be, null);
      return;
    case 'wait':
  }
}
