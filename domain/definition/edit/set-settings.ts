import type { Workflow } from '../schema/workflow.ts';
import type { WorkflowFields } from './edit.ts';
import { mergeFields } from './merge-fields.ts';
import { refuse, type EditResult } from './refused.ts';

/** Changes fields of the workflow itself: name, description, tags, params, settings … `undefined` takes one away; the name has to stay. */
export function setSettings(workflow: Workflow, { fields }: { fields: WorkflowFields }): EditResult {
  if ('name' in fields && (fields.name === undefined || fields.name.trim() === ''))
    return refuse('definition.bounds', 'A workflow needs a name.');
  return mergeFields(workflow, fields);
}
