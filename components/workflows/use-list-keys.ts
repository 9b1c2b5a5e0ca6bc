'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useKeys } from '#components/shell/use-keys.ts';
import { useShortcuts, type Shortcut, type ShortcutGroup } from '#components/shell/shortcuts.ts';
import type { ListRow } from './list-rows.ts';
import type { WorkflowActs } from './use-workflow-acts.ts';

const list: Shortcut[] = [
  { keys: 'J K', label: 'Next, previous row' },
  { keys: 'Enter', label: 'Open' },
  { keys: 'Space', label: 'Switch on or off' },
  { keys: 'E', label: 'Export' },
  { keys: 'D', label: 'Duplicate' },
  { keys: 'X', label: 'Delete' },
  { keys: 'Z', label: 'Undo' },
  { keys: 'N', label: 'New workflow' },
  { keys: '/', label: 'Search' },
];
const shortcuts: ShortcutGroup[] = [{ title: 'Workflows', shortcuts: list }];

const onControl = (event: KeyboardEvent): boolean =>
  event.target instanceof Element && event.target.closest('button,[role=switch],[role=tab],input') !== null;
const inList = (event: KeyboardEvent): boolean =>
  event.target === document.body || (event.target instanceof Element && event.target.closest('[data-list]') !== null);

/** Keys of the workflow list. The cursor is the row that has the focus, or had it last. */
export function useListKeys(rows: ListRow[], acts: WorkflowActs, focusSearch: () => void) {
  const [cursor, setCursor] = useState<number | null>(null);
  const [current, setCurrent] = useState<string | null>(null);

  const at = rows.findIndex((row) => row.type === 'workflow' && row.workflow.id === current);
  // When the row under the cursor goes away, the one that takes its place is next.
  const lastAt = useRef(-1);
  useEffect(() => {
    if (at >= 0) lastAt.current = at;
  }, [at]);
  const move = (step: number) => {
    if (rows.length === 0) return;
    const from = document.activeElement?.closest('[aria-rowindex]')?.getAttribute('aria-rowindex');
    const before = from ? Number(from) - 2 : at >= 0 ? at : lastAt.current - (step > 0 ? 1 : 0);
    setCursor(Math.max(0, Math.min(rows.length - 1, before + step)));
  };
  const workflow = () => {
    const row = rows[at];
    return row?.type === 'workflow' ? row.workflow : undefined;
  };
  const onWorkflow = (act: (w: NonNullable<ReturnType<typeof workflow>>) => void) => (event: KeyboardEvent) => {
    const w = workflow();
    if (!w || !inList(event)) return false;
    act(w);
  };
  useShortcuts(shortcuts);
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: (event) => (inList(event) ? move(1) : false),
    ArrowUp: (event) => (inList(event) ? move(-1) : false),
    Space: (event) => (onControl(event) ? false : onWorkflow((w) => acts.setEnabled(w, !w.enabled))(event)),
    e: onWorkflow((w) => acts.exportFile(w)),
    d: onWorkflow((w) => acts.duplicate(w)),
    x: onWorkflow((w) => acts.remove(w)),
    z: () => acts.undo(),
    n: () => acts.askName(workflow()?.project),
    '/': () => focusSearch(),
  });
  const onCursor = useCallback((id: string) => setCurrent(id), []);
  const onCursorUsed = useCallback(() => setCursor(null), []);
  return { cursor, onCursorUsed, onCursor, current: workflow() };
}
