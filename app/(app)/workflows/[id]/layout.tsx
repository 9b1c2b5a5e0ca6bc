import type { ReactNode } from 'react';
import { WorkflowFrame } from '#components/designer/session/workflow-frame.tsx';

/** Round the pages of one workflow: its draft stays open while the tabs change. */
export default async function WorkflowLayout(props: { params: Promise<{ id: string }>; children: ReactNode }) {
  const { id } = await props.params;
  return <WorkflowFrame id={decodeURIComponent(id)}>{props.children}</WorkflowFrame>;
}
