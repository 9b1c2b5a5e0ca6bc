import type { WorkflowTab } from './workflow-bar.tsx';

/** The pages of a workflow that exist, for WorkflowBar. */
export function workflowTabs(id: string, counts: { versions?: number } = {}): WorkflowTab[] {
  const base = `/workflows/${encodeURIComponent(id)}`;
  return [
    { id: 'design', label: 'Design', href: base },
    { id: 'runs', label: 'Runs', href: `${base}/runs` },
    { id: 'versions', label: 'Versions', href: `${base}/versions`, ...(counts.versions ? { count: counts.versions } : {}) },
  ];
}
