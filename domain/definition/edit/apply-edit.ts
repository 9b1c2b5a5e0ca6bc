import type { Workflow } from '../schema/workflow.ts';
import { addNote } from './add-note.ts';
import { addTask } from './add-task.ts';
import { addTrigger } from './add-trigger.ts';
import { connect } from './connect.ts';
import { disconnect } from './disconnect.ts';
import { duplicate } from './duplicate.ts';
import type { Edit } from './edit.ts';
import { group } from './group.ts';
import { insertOnEdge } from './insert-on-edge.ts';
import { moveToGroup } from './move-to-group.ts';
import { move } from './move.ts';
import { paste } from './paste.ts';
import type { EditResult } from './refused.ts';
import { removeTrigger } from './remove-trigger.ts';
import { remove } from './remove.ts';
import { renameParam } from './rename-param.ts';
import { rename } from './rename.ts';
import { setConfig } from './set-config.ts';
import { setEdgeLabel } from './set-edge-label.ts';
import { setGroup } from './set-group.ts';
import { setId } from './set-id.ts';
import { setLayout } from './set-layout.ts';
import { setOperator } from './set-operator.ts';
import { setSettings } from './set-settings.ts';
import { setTaskSettings } from './set-task-settings.ts';
import { ungroup } from './ungroup.ts';
import { updateNote } from './update-note.ts';
import { updateTrigger } from './update-trigger.ts';

type Edits = { [K in Edit['type']]: (workflow: Workflow, edit: Extract<Edit, { type: K }>) => EditResult };

const edits: Edits = {
  'add-task': addTask,
  connect,
  disconnect,
  move,
  remove,
  rename,
  'set-id': setId,
  'rename-param': renameParam,
  'set-config': setConfig,
  'set-operator': setOperator,
  'set-task-settings': setTaskSettings,
  'set-settings': setSettings,
  'add-trigger': addTrigger,
  'update-trigger': updateTrigger,
  'remove-trigger': removeTrigger,
  'set-edge-label': setEdgeLabel,
  'insert-on-edge': insertOnEdge,
  paste,
  duplicate,
  group,
  ungroup,
  'set-group': setGroup,
  'move-to-group': moveToGroup,
  'add-note': addNote,
  'update-note': updateNote,
  'set-layout': setLayout,
};

/** Performs one edit: the changed workflow, sharing all that did not change, or why it was not made. Pure. */
export const applyEdit = (workflow: Workflow, edit: Edit): EditResult =>
  (edits[edit.type] as (workflow: Workflow, edit: Edit) => EditResult)(workflow, edit);
