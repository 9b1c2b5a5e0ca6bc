import { useStoreApi, type EdgeChange, type NodeChange } from '@xyflow/react';
import { useCallback } from 'react';
import type { ThreadEdge } from '../edges/thread.ts';
import type { CanvasNode } from '../nodes/task-node.ts';
import type { Selection } from './canvas-gestures.ts';

/** Takes React Flow's changes of the selection over into ours. React Flow knows only what is near the view; the selection is of the whole drawing. */
export function useSelecting(selected: ReadonlySet<string>, onSelect: ((selection: Selection) => void) | undefined) {
  const store = useStoreApi<CanvasNode, ThreadEdge>();
  return useCallback(
    (changes: (NodeChange<CanvasNode> | EdgeChange<ThreadEdge>)[]) => {
      const choices = changes.filter((change) => change.type === 'select');
      if (choices.length === 0) return;
      const { multiSelectionActive, nodeLookup, edgeLookup } = store.getState();
      const known = (id: string): boolean => nodeLookup.has(id) || edgeLookup.has(id);
      // A new choice ends the old one, also where React Flow does not see it; with Shift or Ctrl it is added to.
      const chosen = choices.some((change) => change.selected);
      const next = new Set([...selected].filter((id) => multiSelectionActive || !chosen || known(id)));
      for (const change of choices)
        if (change.selected) next.add(change.id);
        else next.delete(change.id);
      onSelect?.([...next]);
    },
    [selected, onSelect, store],
  );
}
