import { canvasIds, freeId } from '#domain/definition/edit/free-id.ts';
import type { Edit } from '#domain/definition/edit/edit.ts';
import { insideGroups } from '#components/canvas/project/inside-groups.ts';
import { framesOf } from '#components/canvas/project/frames.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import { toggledPlaces } from '#components/canvas/project/toggled-group.ts';
import type { ActsDesk } from './acts-desk.ts';
import { partsOfSelection, type SelectedParts } from './parts-of-selection.ts';
import { placesBeside } from './places-beside.ts';

/** What is done to groups. */
export interface GroupActs {
  group(): void;
  ungroup(): void;
  /** Puts the selection into a group, beside what is there, or out of its group (null). */
  moveToGroup(group: string | null): void;
  /** Opens or collapses the selected groups. */
  toggleCollapsed(): void;
  /** Opens or collapses this group. */
  toggleGroup(id: string): void;
  renameGroup(id: string, name: string): void;
}

export function createGroupActs(desk: ActsDesk): GroupActs {
  const toggle = (groups: readonly string[]): void => {
    const { workflow, drawing } = desk.now();
    if (groups.length === 0) return;
    const edits: Edit[] = desk.pinned(drawing, workflow);
    const positions: Record<string, [number, number]> = {};
    for (const id of groups) {
      const collapsed = !((workflow.groups ?? []).find((group) => group.id === id)?.collapsed ?? false);
      edits.push({ type: 'set-group', id, fields: { collapsed } });
      Object.assign(positions, toggledPlaces(workflow, id));
    }
    if (Object.keys(positions).length > 0) edits.push({ type: 'set-layout', positions });
    const collapses = (workflow.groups ?? []).some((group) => groups.includes(group.id) && !group.collapsed);
    desk.edit(
      edits,
      `${collapses ? 'collapse' : 'open'} ${groups.length === 1 ? 'a group' : desk.count(groups.length, 'group')}`,
      groups.map((id) => ((workflow.groups ?? []).find((group) => group.id === id)?.collapsed ? `frame:${id}` : id)),
    );
  };
  return {
    group() {
      const { workflow, selection, drawing } = desk.now();
      const parts = partsOfSelection(workflow, selection);
      const ids = outermost(workflow, parts);
      if (ids.length === 0) {
        desk.say('Select the tasks that belong together first.');
        return;
      }
      const id = freeId('group', canvasIds(workflow));
      desk.edit(
        [...desk.pinned(drawing, workflow), { type: 'group', ids, group: { id, name: 'Group' } }],
        `group ${desk.count(ids.length, parts.groups.length > 0 ? 'thing' : 'task')}`,
        [`frame:${id}`],
      );
    },
    ungroup() {
      const { workflow, selection } = desk.now();
      const { groups } = partsOfSelection(workflow, selection);
      if (groups.length > 0)
        desk.edit(
          groups.map((id) => ({ type: 'ungroup', id })),
          'ungroup',
          [],
        );
    },
    moveToGroup(group) {
      const { workflow, selection, drawing } = desk.now();
      const parts = partsOfSelection(workflow, selection);
      const ids = outermost(workflow, parts);
      const away = group ?? outsideOf(workflow, ids[0]);
      const edits: Edit[] = [...desk.pinned(drawing, workflow), { type: 'move-to-group', ids, group: away }];
      const places = placesBeside(drawing, framesOf(workflow, drawing), new Set(parts.members), group, ids[0]);
      if (places !== null) edits.push({ type: 'move', positions: places });
      const name = desk.nameOf(workflow, group ?? '');
      const what = ids.length === 1 ? desk.nameOf(workflow, ids[0] ?? '') : desk.count(ids.length, 'thing');
      if (desk.edit(edits, group === null ? `take ${what} out of its group` : `move ${what} into ${name}`))
        desk.say(group === null ? `${what} is out of its group.` : `${what} is in ${name}.`);
    },
    toggleCollapsed: () => {
      const { workflow, selection } = desk.now();
      toggle(partsOfSelection(workflow, selection).groups);
    },
    toggleGroup: (id) => toggle([id]),
    renameGroup(id, name) {
      if (desk.edit([{ type: 'rename', id, name }], 'rename a group')) desk.say(`The group is called ${name}.`);
    },
  };
}

/** Tasks and groups of a selection without what lies in a selected group anyway. */
function outermost(workflow: Workflow, parts: SelectedParts): string[] {
  const inside = insideGroups(workflow);
  const held = new Set(parts.groups.flatMap((id) => inside.get(id) ?? []));
  const parents = new Map((workflow.groups ?? []).map((group) => [group.id, group.parent]));
  const covered = (id: string): boolean => {
    for (let at = parents.get(id), depth = 0; at !== undefined && depth < 64; at = parents.get(at), depth++)
      if (parts.groups.includes(at)) return true;
    return false;
  };
  return [...parts.tasks.filter((id) => !held.has(id)), ...parts.groups.filter((id) => !covered(id))];
}

/** The group round the group that a task or group lies in; null: none. */
function outsideOf(workflow: Workflow, id: string | undefined): string | null {
  const groups = workflow.groups ?? [];
  const own = workflow.tasks.find((task) => task.id === id)?.group ?? groups.find((group) => group.id === id)?.parent;
  return groups.find((group) => group.id === own)?.parent ?? null;
}
