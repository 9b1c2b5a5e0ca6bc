import type { Workflow } from '#domain/definition/schema/workflow.ts';
import { boxHeight, boxWidth } from '../geometry/box-size.ts';
import { boundsOf } from '../geometry/rect.ts';
import { insideGroups } from './inside-groups.ts';

/** Places that change when a group is opened or collapsed, px: it collapses to the middle of its tasks; where its box was dragged to, they open again. */
export function toggledPlaces(workflow: Workflow, id: string): Record<string, [number, number]> {
  const group = (workflow.groups ?? []).find((one) => one.id === id);
  const known = workflow.layout?.positions ?? {};
  const members = (insideGroups(workflow).get(id) ?? []).flatMap((task) => {
    const at = known[task];
    return at === undefined ? [] : { id: task, rect: { x: at[0], y: at[1], width: boxWidth, height: boxHeight } };
  });
  const area = boundsOf(members.map(({ rect }) => rect));
  if (group === undefined || area === null) return {};
  const snap = (v: number): number => Math.round(v / 4) * 4;
  const middle: [number, number] = [snap(area.x + (area.width - boxWidth) / 2), snap(area.y + (area.height - boxHeight) / 2)];
  if (!group.collapsed) return { [id]: middle };
  const shown = known[id];
  if (shown === undefined) return {};
  return Object.fromEntries(
    members.map(({ id: task, rect }) => [task, [rect.x + shown[0] - middle[0], rect.y + shown[1] - middle[1]]]),
  );
}

/** The workflow with a group opened or collapsed as it is looked at; no document is changed by it. */
export function withToggledGroup(workflow: Workflow, id: string): Workflow {
  const positions = { ...workflow.layout?.positions, ...toggledPlaces(workflow, id) };
  return {
    ...workflow,
    groups: (workflow.groups ?? []).map((group) => (group.id === id ? { ...group, collapsed: !group.collapsed } : group)),
    ...(workflow.layout === undefined ? {} : { layout: { ...workflow.layout, positions } }),
  };
}
