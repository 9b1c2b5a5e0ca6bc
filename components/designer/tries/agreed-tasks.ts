const key = (workflowId: string, task: string): string => `drawloom try ${workflowId} ${task}`;

/** Whether the person has said, in this tab, that a try of this task may do what it does. */
export const hasAgreed = (workflowId: string, task: string): boolean => {
  try {
    return sessionStorage.getItem(key(workflowId, task)) !== null;
  } catch {
    return false;
  }
};

/** Remembers it until the tab is closed. A browser that keeps nothing asks each time. */
export function agree(workflowId: string, task: string): void {
  try {
    sessionStorage.setItem(key(workflowId, task), 'yes');
  } catch {
    // Asked again next time.
  }
}
