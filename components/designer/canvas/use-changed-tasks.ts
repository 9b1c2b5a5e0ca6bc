import { useEffect, useMemo, useState } from 'react';
import { parseWorkflow } from '#domain/definition/parse.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import { useDesigner } from '../session/use-designer.ts';
import { useSession } from '../session/workflow-session.ts';
import { compareWorkflows } from '../versions/compare-workflows.ts';

const none: ReadonlySet<string> = new Set();

/** A pause in typing, ms: to compare thousands of tasks at every key would be felt. */
const quietMs = 120;

/** Tasks that differ from the published version; none before the first is published. A moment behind the document. */
export function useChangedTasks(): ReadonlySet<string> {
  const { detail } = useSession();
  const workflow = useDesigner((s) => s.workflow);
  const [changed, setChanged] = useState(none);
  const published = useMemo(() => {
    if (detail.published === null) return null;
    const parsed = parseWorkflow(detail.published.definition);
    return parsed.ok ? parsed.workflow : null;
  }, [detail.published]);
  useEffect(() => {
    const timer = setTimeout(() => {
      const next = published === null ? none : changedTasks(published, workflow);
      setChanged((before) => (next.size === before.size && [...next].every((id) => before.has(id)) ? before : next));
    }, quietMs);
    return () => clearTimeout(timer);
  }, [published, workflow]);
  return changed;
}

function changedTasks(published: Workflow, workflow: Workflow): ReadonlySet<string> {
  return new Set(compareWorkflows(published, workflow).flatMap((change) => (change.task === undefined ? [] : [change.task])));
}
