import { useMemo } from 'react';
import { parseWorkflow } from '#domain/definition/parse.ts';
import { useDesigner } from '../session/use-designer.ts';
import { useSession } from '../session/workflow-session.ts';
import { compareWorkflows } from '../versions/compare-workflows.ts';

const none: ReadonlySet<string> = new Set();

/** Tasks that differ from the published version; none before the first is published. */
export function useChangedTasks(): ReadonlySet<string> {
  const { detail } = useSession();
  const workflow = useDesigner((s) => s.workflow);
  const published = useMemo(() => {
    if (detail.published === null) return null;
    const parsed = parseWorkflow(detail.published.definition);
    return parsed.ok ? parsed.workflow : null;
  }, [detail.published]);
  return useMemo(() => {
    if (published === null) return none;
    return new Set(compareWorkflows(published, workflow).flatMap((change) => (change.task === undefined ? [] : [change.task])));
  }, [published, workflow]);
}
