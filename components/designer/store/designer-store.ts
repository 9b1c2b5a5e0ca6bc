import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Edit } from '#domain/definition/edit/edit.ts';
import { refuse, type Refused } from '#domain/definition/edit/refused.ts';
import type { Problem } from '#domain/definition/problem.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import type { Selection } from '#components/canvas/gestures/canvas-gestures.ts';
import { noHistory, record, redo, settle, undo, type History } from './history.ts';
import type { TaskTab, WorkflowTab } from './inspector-tab.ts';
import { performEdits } from './perform-edits.ts';

/** What undo gives back: the document and what was selected in it. */
interface Moment {
  workflow: Workflow;
  selection: Selection;
}
export interface DesignerState extends Moment {
  history: History<Moment>;
  problems: readonly Problem[];
  /** The problems are those of this document, not of an earlier one. */
  checked: boolean;
  /** Said to screen readers; `n` makes the same sentence twice two sentences. */
  said: { text: string; n: number };
  /** The question of a conflict was put off. */
  conflictPutOff: boolean;
  /** Which part of the inspector is shown; kept while other things are selected. */
  taskTab: TaskTab;
  workflowTab: WorkflowTab;
  /** The task whose try is shown; `n` rises whenever it was asked to run, `back` are those that wait for its value, the nearest last. */
  trying: { task: string; n: number; back: readonly string[] } | null;
}
export interface DesignerActs {
  /** Performs edits as one step. A refusal changes nothing, is said, and comes back. */
  edit(edits: Edit | readonly Edit[], options: { label: string; gesture?: string; select?: Selection }): Refused | null;
  /** Puts another document in the place of this one, as one step that can be undone: restore, import. */
  replace(workflow: Workflow, label: string): void;
  /** The document of another editor was taken: nothing before it can be undone. */
  reset(workflow: Workflow): void;
  select(selection: Selection): void;
  /** Ends a gesture that could still grow. */
  settle(): void;
  undo(): void;
  redo(): void;
  say(text: string): void;
  putOffConflict(off: boolean): void;
  showTaskTab(tab: TaskTab): void;
  showWorkflowTab(tab: WorkflowTab): void;
  /** Shows the try of a task and runs it; `back`: for the sake of others, the nearest last. */
  tryTask(task: string, back?: readonly string[]): void;
  /** Shows it without running it; null shows none. */
  showTry(task: string | null): void;
  takeProblems(workflow: Workflow, problems: readonly Problem[]): void;
}
export type DesignerStore = StoreApi<DesignerState & DesignerActs>;

/**
 * The state of one designer. The document changes only through edits of domain/definition/edit; everything else here is of the page. `readOnly`: why
 * this person may not change it; every edit is refused with it (`auth.forbidden`).
 */
export function createDesignerStore(workflow: Workflow, readOnly: string | null = null): DesignerStore {
  return createStore((set, get) => {
    const to = (moment: Moment, history: History<Moment>, text: string): void =>
      set({ ...moment, history, checked: false, said: { text, n: get().said.n + 1 } });
    return {
      workflow,
      selection: [],
      history: noHistory,
      problems: [],
      checked: false,
      said: { text: '', n: 0 },
      conflictPutOff: false,
      taskTab: 'config',
      workflowTab: 'about',
      trying: null,
      edit(edits, { label, gesture, select }) {
        const now = get();
        if (readOnly !== null) {
          get().say(readOnly);
          return refuse('auth.forbidden', readOnly);
        }
        const result = performEdits(now.workflow, Array.isArray(edits) ? edits : [edits as Edit]);
        if (!result.ok) {
          get().say(result.refusal.message);
          return result.refusal;
        }
        if (result.workflow === now.workflow && select === undefined) return null;
        const before = { workflow: now.workflow, selection: now.selection };
        set({
          workflow: result.workflow,
          selection: select ?? now.selection,
          history: result.workflow === now.workflow ? now.history : record(now.history, before, label, gesture ?? null),
          checked: result.workflow === now.workflow && now.checked,
        });
        return null;
      },
      replace(next, label) {
        if (readOnly !== null) return get().say(readOnly);
        const now = get();
        const before = { workflow: now.workflow, selection: now.selection };
        to({ workflow: next, selection: [] }, record(now.history, before, label, null), label);
      },
      reset: (next) => to({ workflow: next, selection: [] }, noHistory, ''),
      select(selection) {
        const now = get();
        const same = now.selection.length === selection.length && selection.every((id, i) => now.selection[i] === id);
        if (!same) set({ selection, history: settle(now.history) });
      },
      settle: () => set({ history: settle(get().history) }),
      undo() {
        const now = get();
        const back = undo(now.history, { workflow: now.workflow, selection: now.selection });
        if (back !== null) to(back.state, back.history, `Undone: ${back.label}`);
      },
      redo() {
        const now = get();
        const forth = redo(now.history, { workflow: now.workflow, selection: now.selection });
        if (forth !== null) to(forth.state, forth.history, `Done again: ${forth.label}`);
      },
      say: (text) => set({ said: { text, n: get().said.n + 1 } }),
      putOffConflict: (conflictPutOff) => set({ conflictPutOff }),
      showTaskTab: (taskTab) => set({ taskTab }),
      showWorkflowTab: (workflowTab) => set({ workflowTab }),
      tryTask: (task, back) => set({ trying: { task, n: (get().trying?.n ?? 0) + 1, back: back ?? [] } }),
      showTry: (task) => set({ trying: task === null ? null : { task, n: 0, back: [] } }),
      takeProblems(of, problems) {
        if (get().workflow === of) set({ problems, checked: true });
      },
    };
  });
}
