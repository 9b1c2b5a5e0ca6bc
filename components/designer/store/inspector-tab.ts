/** Parts of the inspector of a task. */
export type TaskTab = 'config' | 'settings' | 'input' | 'output' | 'doc';
/** Parts of the inspector while nothing is selected. */
export type WorkflowTab = 'about' | 'params' | 'settings';
