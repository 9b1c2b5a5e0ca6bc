import { createStore, type StoreApi } from 'zustand/vanilla';

/** What stands below the drawing while neither a try nor a simulation does. */
export type Dock = 'problems' | 'run' | 'changes';

export interface DockState {
  dock: Dock;
  /** The run that is shown; null: the last one of the workflow. */
  runId: string | null;
  /** The task of that run whose log is shown, where a person chose one; null: the one that needs a look. */
  picked: string | null;
}
export interface DockActs {
  show(dock: Dock): void;
  /** Shows a run that was started, beginning with what needs a look. */
  showRun(runId: string): void;
  pick(task: string | null): void;
}
export type DockStore = StoreApi<DockState & DockActs>;

/** The panel below the drawing of one workflow; it outlives a change of page. */
export function createDockStore(): DockStore {
  return createStore((set) => ({
    dock: 'problems',
    runId: null,
    picked: null,
    show: (dock) => set({ dock }),
    showRun: (runId) => set({ dock: 'run', runId, picked: null }),
    pick: (picked) => set({ picked }),
  }));
}
