import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { RunItem } from './run-item.ts';

/** Which of the runs that are listed are chosen for an act on many: one by one, from the last one touched to this one, or all. */
export interface RunSelection {
  selected: ReadonlySet<string>;
  chosen: RunItem[];
  /** `range`: all from the one that was touched last to this one. */
  select: (id: string, on: boolean, range?: boolean) => void;
  selectAll: (on: boolean) => void;
}

export function useRunSelection(runs: readonly RunItem[]): RunSelection {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);
  const listed = useRef(runs);
  useEffect(() => void (listed.current = runs), [runs]);
  const select = useCallback((id: string, on: boolean, range = false) => {
    const ids = range ? between(listed.current, last.current, id) : [id];
    last.current = id;
    setSelected((before) => {
      const after = new Set(before);
      for (const one of ids)
        if (on) after.add(one);
        else after.delete(one);
      return after;
    });
  }, []);
  const selectAll = (on: boolean): void => setSelected(on ? new Set(runs.map((run) => run.id)) : new Set());
  const chosen = useMemo(() => runs.filter((run) => selected.has(run.id)), [runs, selected]);
  return { selected, chosen, select, selectAll };
}

/** From one run of a list to another, both counted, in whichever order they stand; the other alone when the one is not listed. */
function between(runs: readonly RunItem[], one: string | null, other: string): string[] {
  const from = runs.findIndex((run) => run.id === one);
  const to = runs.findIndex((run) => run.id === other);
  return from < 0 || to < 0 ? [other] : runs.slice(Math.min(from, to), Math.max(from, to) + 1).map((run) => run.id);
}
