import type { Workflow } from '../schema/workflow.ts';

/** Every id that a new task or group may not take. */
export const canvasIds = (workflow: Workflow): Set<string> =>
  new Set([...workflow.tasks.map(({ id }) => id), ...(workflow.groups ?? []).map(({ id }) => id)]);

/** The first free of `load`, `load_2`, `load_3` …; of `load_2` too, so that copies of copies do not grow tails. At most 200 characters. */
export function freeId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  const stem = wanted.replace(/_\d{1,6}$/, '').slice(0, 190) || wanted.slice(0, 190);
  for (let n = 2; ; n++) if (!taken.has(`${stem}_${n}`)) return `${stem}_${n}`;
}
