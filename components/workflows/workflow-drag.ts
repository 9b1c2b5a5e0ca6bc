/** What a workflow is while it is dragged from the list: its id, under this type. */
export const workflowDrag = 'application/x-drawloom-workflow';
