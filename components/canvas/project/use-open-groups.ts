import { useCallback, useMemo, useState } from 'react';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import { withToggledGroup } from './toggled-group.ts';

/**
 * Groups opened and collapsed by who only looks: the workflow as it is then shown. The groups round `show`, a task, are opened when it
 * becomes another one, so that what is pointed at is seen.
 */
export function useOpenGroups(workflow: Workflow, show: string | null): { workflow: Workflow; toggle: (group: string) => void } {
  const [toggled, setToggled] = useState<readonly string[]>([]);
  const [shownBefore, setShownBefore] = useState<string | null>(null);
  const seen = useMemo(() => toggled.reduce(withToggledGroup, workflow), [workflow, toggled]);
  if (show !== shownBefore) {
    setShownBefore(show);
    const closed = closedRound(seen, show);
    if (closed.length > 0) setToggled([...toggled, ...closed]);
  }
  const toggle = useCallback(
    // Twice is never: it goes back to how the document has it.
    (id: string) => setToggled((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id])),
    [],
  );
  return { workflow: seen, toggle };
}

/** The collapsed groups that hide a task, the outermost first. */
function closedRound(workflow: Workflow, task: string | null): string[] {
  const groups = new Map((workflow.groups ?? []).map((group) => [group.id, group]));
  const closed: string[] = [];
  let at = groups.get(workflow.tasks.find(({ id }) => id === task)?.group ?? '');
  for (let depth = 0; at !== undefined && depth < 64; depth++) {
    if (at.collapsed) closed.unshift(at.id);
    at = groups.get(at.parent ?? '');
  }
  return closed;
}
