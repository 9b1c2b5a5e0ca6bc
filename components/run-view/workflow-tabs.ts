/** One of the pages of a workflow, in the order of the bar. */
export interface WorkflowTab {
  id: string;
  label: string;
  href: string;
  count?: number;
}

/** The pages of a workflow, as seen from one of its runs. */
export function workflowTabs(id: string, counts: { triggers: number; versions: number }): WorkflowTab[] {
  const base = `/workflows/${encodeURIComponent(id)}`;
  return [
    { id: 'design', label: 'Design', href: base },
    { id: 'triggers', label: 'Triggers', href: `${base}/triggers`, count: counts.triggers },
    { id: 'runs', label: 'Runs', href: `${base}/runs` },
    { id: 'grid', label: 'Grid', href: `${base}/grid` },
    { id: 'versions', label: 'Versions', href: `${base}/versions`, count: counts.versions },
  ];
}
