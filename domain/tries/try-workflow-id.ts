/** No id of a workflow may have this sign (`idSchema`), so tries of a workflow never meet its runs in any list, limit or number. */
const mark = '~try';

/** The name under which tries of a workflow are run and kept. */
export const tryWorkflowId = (workflowId: string): string => `${workflowId}${mark}`;

/** The workflow's own id, of a try's name and of any other. */
export const triedWorkflowId = (id: string): string => (id.endsWith(mark) ? id.slice(0, -mark.length) : id);
