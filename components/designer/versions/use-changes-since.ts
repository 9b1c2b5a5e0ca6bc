import { useEffect, useState } from 'react';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import { useDesigner } from '../session/use-designer.ts';
import { compareWorkflows, type Change } from './compare-workflows.ts';

/** A pause in typing, ms: to compare thousands of tasks at every key would be felt. */
const quietMs = 120;

/** What the document changes of an earlier definition, a moment behind it; null while that is not known. Another list only where it differs. */
export function useChangesSince(before: Workflow | null): readonly Change[] | null {
  const workflow = useDesigner((s) => s.workflow);
  const [changes, setChanges] = useState<readonly Change[] | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      const next = before === null ? null : compareWorkflows(before, workflow);
      setChanges((shown) => (JSON.stringify(shown) === JSON.stringify(next) ? shown : next));
    }, quietMs);
    return () => clearTimeout(timer);
  }, [before, workflow]);
  return changes;
}
