import { useMemo } from 'react';
import { parseWorkflow } from '#domain/definition/parse.ts';
import { useSession } from '../session/workflow-session.ts';
import type { Change } from './compare-workflows.ts';
import { useChangesSince } from './use-changes-since.ts';

/** What the draft changes of the published version; null before the first is published. */
export function useDraftChanges(): readonly Change[] | null {
  const { detail } = useSession();
  const published = useMemo(() => {
    if (detail.published === null) return null;
    const parsed = parseWorkflow(detail.published.definition);
    return parsed.ok ? parsed.workflow : null;
  }, [detail.published]);
  return useChangesSince(published);
}
