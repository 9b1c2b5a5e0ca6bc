import type { Json, JsonObject } from '../schema/json.ts';
import type { Group, Note, Task, Trigger, Workflow } from '../schema/workflow.ts';

/** An edge, named by what makes it unique. */
export interface EdgeKey {
  from: string;
  /** Default `out`. */
  port?: string;
  to: string;
}
/** Fields of a task beside id, operator, config and group; `undefined` takes one away. */
export type TaskSettings = Partial<Omit<Task, 'id' | 'operator' | 'config' | 'group'>>;
/** Fields of a workflow that are no lists of the canvas; `undefined` takes one away. */
export type WorkflowFields = Partial<
  Pick<Workflow, 'name' | 'description' | 'tags' | 'owner' | 'params' | 'settings' | 'taskDefaults'>
>;

/**
 * A change of a workflow as plain data: what a gesture makes, what a problem's fix proposes, what `applyEdit` performs.
 * Every kind has its function in a file of the same name.
 */
export type Edit =
  | { type: 'add-task'; task: Task; at?: [number, number] }
  | { type: 'connect'; edge: EdgeKey & { label?: string } }
  | { type: 'disconnect'; edges: EdgeKey[] }
  | { type: 'move'; positions: Record<string, [number, number]> }
  | { type: 'remove'; ids?: string[]; edges?: EdgeKey[] }
  | { type: 'rename'; id: string; name: string }
  | { type: 'set-id'; id: string; to: string }
  | { type: 'rename-param'; from: string; to: string }
  | { type: 'set-config'; task: string; path?: (string | number)[]; value: Json | undefined }
  | { type: 'set-operator'; task: string; operator: string; config: JsonObject }
  | { type: 'set-task-settings'; task: string; settings: TaskSettings }
  | { type: 'set-settings'; fields: WorkflowFields }
  | { type: 'add-trigger'; trigger: Trigger }
  | { type: 'update-trigger'; trigger: Trigger }
  | { type: 'remove-trigger'; id: string }
  | { type: 'set-edge-label'; edge: EdgeKey; label: string }
  | { type: 'insert-on-edge'; edge: EdgeKey; task: Task; port?: string; at?: [number, number] }
  | { type: 'paste'; text: string; at?: [number, number] }
  | { type: 'duplicate'; ids: string[] }
  | { type: 'group'; ids: string[]; group: Partial<Group> & { id: string } }
  | { type: 'ungroup'; id: string }
  | { type: 'set-group'; id: string; fields: Partial<Omit<Group, 'id'>> }
  | { type: 'move-to-group'; ids: string[]; group: string | null }
  | { type: 'add-note'; note: Note }
  | { type: 'update-note'; id: string; fields: Partial<Omit<Note, 'id'>> }
  | {
      type: 'set-layout';
      positions?: Record<string, [number, number]>;
      direction?: 'LR' | 'TB';
      sizes?: Record<string, [number, number]>;
    };
