import type { WorkflowItem } from './workflow-item.ts';

/** The ready-made filters over the list. */
export const segments = ['all', 'on', 'running', 'failing', 'problems'] as const;
export type Segment = (typeof segments)[number];

/** Whether the newest run that has ended failed. */
export const isFailing = (workflow: WorkflowItem): boolean =>
  workflow.recent.findLast((run) => run.status === 'success' || run.status === 'failed')?.status === 'failed';

/** Whether a workflow belongs to a segment. */
export function inSegment(workflow: WorkflowItem, segment: Segment): boolean {
  switch (segment) {
    case 'all':
      return true;
    case 'on':
      return workflow.enabled;
    case 'running':
      return workflow.running.length > 0;
    case 'failing':
      return isFailing(workflow);
    case 'problems':
      return workflow.problems.errors + workflow.problems.warnings > 0;
  }
}
