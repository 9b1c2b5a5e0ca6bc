import { useCallback } from 'react';
import { useSession } from '../session/workflow-session.ts';
import type { Dock } from './dock-store.ts';

/** Brings one of the panels below the drawing to the front; there is room for one. */
export function useChooseDock(): (dock: Dock) => void {
  const { dock, simulation, store } = useSession();
  return useCallback(
    (next) => {
      dock.getState().show(next);
      simulation.getState().hide();
      store.getState().showTry(null);
    },
    [dock, simulation, store],
  );
}
