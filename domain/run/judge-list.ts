import type { Draft } from './draft.ts';
import { kindOf } from './kind.ts';
import { mapLength } from './map-length.ts';

/**
 * The list of a mapping: its length, or what becomes of those that wait for it. A failed source decides at once, then a
 * skipped one. Over a mapped source without told lengths there are as many copies as it has successes.
 */
export function judgeList(draft: Draft, number: number): number | 'wait' | 'upstream_failed' | 'skipped' {
  const scope = draft.plan.scopes[number]!;
  let skipped = false;
  let open = false;
  for (const source of scope.sources) {
    if (draft.expanded(source)) {
      const { rows, sums } = draft.copies(source);
      if (sums.failed + sums.upstreamFailed > 0) return 'upstream_failed';
      if (sums.success + sums.skipped + sums.removed < rows.size) open = true;
      else if (sums.success === 0) skipped = true;
      continue;
    }
    const kind = kindOf(draft.row(source, -1).status);
    if (kind === 'failed' || kind === 'upstreamFailed') return 'upstream_failed';
    if (kind === 'skipped' || kind === 'removed') skipped = true;
    else if (kind === null) open = true;
  }
  if (skipped) return 'skipped';
  if (open) return 'wait';
  const told = draft.lengths.get(number);
  const lengths = told.map((length, entry) => length ?? successes(draft, scope.entries[entry]!.sources));
  return mapLength(scope, lengths) ?? 'wait';
}

function successes(draft: Draft, sources: readonly number[]): number | null {
  const [source] = sources;
  return sources.length === 1 && draft.expanded(source!) ? draft.copies(source!).sums.success : null;
}
