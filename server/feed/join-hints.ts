import type { RunHint } from '#server/engine/commands.ts';

/** Two hints about one run as one: the newer one, with the events of both when they follow each other without a gap. */
export function joinHints(before: RunHint | undefined, hint: RunHint): RunHint {
  if (!before || before.seq > hint.seq) return hint;
  const events = hint.events ?? [];
  // Events before a gap are of no use.
  if (before.seq !== hint.seq - events.length) return hint;
  const joined = [...(before.events ?? []), ...events];
  return joined.length > 0 ? { ...hint, events: joined } : hint;
}
