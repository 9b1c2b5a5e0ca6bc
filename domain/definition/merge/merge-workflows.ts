import type { Json } from '../schema/json.ts';
import type { Task, Workflow } from '../schema/workflow.ts';
import { fromUnits } from './from-units.ts';
import { unitKey, unitsOf, type Units } from './units.ts';

/** A part that both have changed, each in another way. `undefined`: it is not there. */
export interface MergeConflict {
  /** What it is: `['tasks', 'load', 'config', 'query']`; `['tasks', 'load']` when one deleted what the other changed. */
  path: string[];
  base: Json | undefined;
  mine: Json | undefined;
  theirs: Json | undefined;
}
export interface WorkflowMerge {
  conflicts: MergeConflict[];
  /** Parts that only one of the two has changed, which are taken without asking. */
  onlyMine: number;
  onlyTheirs: number;
  /** The two together; `theirs` names the conflicts (by their path joined with line breaks) that theirs decides, mine the others. */
  merged(theirs: ReadonlySet<string>): Workflow;
}

const same = (a: Json | undefined, b: Json | undefined): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
const taskOf = (workflow: Workflow | null, id: string): Task | undefined => workflow?.tasks.find((task) => task.id === id);

/**
 * Joins two changes of one definition, field by field. `base` is what both began with; null when that is not known: every difference is a conflict
 * then. Places of boxes never are: mine stand where both moved the same one.
 */
export function mergeWorkflows(base: Workflow | null, mine: Workflow, theirs: Workflow): WorkflowMerge {
  const b: Units = base === null ? new Map() : unitsOf(base);
  const m = unitsOf(mine);
  const t = unitsOf(theirs);
  const conflicts: MergeConflict[] = [];
  /** From the side that is named; where both say the same or nobody changed it, from mine. */
  const from = new Map<string, 'mine' | 'theirs'>();
  /** Tasks that one deleted and the other changed: as a whole. */
  const whole = new Set<string>();
  const count = { mine: 0, theirs: 0 };
  const keys = [...new Set([...m.keys(), ...t.keys(), ...b.keys()])];
  for (const key of keys) {
    const path = key.split('\n');
    const [root, id = ''] = path;
    if (root !== 'tasks' || path.length !== 2 || m.has(key) === t.has(key)) continue;
    const [left, before] = [taskOf(mine, id) ?? taskOf(theirs, id), taskOf(base, id)];
    const deleted = before !== undefined;
    if (deleted && !same(before as unknown as Json, left as unknown as Json)) {
      whole.add(id);
      const value = (workflow: Workflow) => taskOf(workflow, id) as unknown as Json | undefined;
      conflicts.push({ path: [...path], base: before as unknown as Json, mine: value(mine), theirs: value(theirs) });
    }
  }
  for (const key of keys) {
    const path = key.split('\n');
    const [root, id = ''] = path;
    if (root === 'tasks' && whole.has(id)) continue;
    const [was, my, their] = [b.get(key), m.get(key), t.get(key)];
    if (same(my, their)) continue;
    if (base !== null && same(my, was)) {
      from.set(key, 'theirs');
      if (root !== 'layout') count.theirs++;
    } else if (base !== null && same(their, was)) {
      if (root !== 'layout') count.mine++;
    } else if (root !== 'layout') conflicts.push({ path, base: was, mine: my, theirs: their });
    // A box only they know has only their place.
    else if (my === undefined) from.set(key, 'theirs');
  }
  return {
    conflicts,
    onlyMine: count.mine,
    onlyTheirs: count.theirs,
    merged(chosen) {
      const units: Units = new Map();
      for (const key of keys) {
        const [root, id = ''] = key.split('\n');
        const conflict = root === 'tasks' && whole.has(id) ? unitKey(['tasks', id]) : key;
        const value = (chosen.has(conflict) || from.get(key) === 'theirs' ? t : m).get(key);
        if (value !== undefined) units.set(key, value);
      }
      return fromUnits({ format: mine.format, id: mine.id }, units);
    },
  };
}
