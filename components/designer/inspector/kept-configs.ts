import type { JsonObject } from '#domain/definition/schema/json.ts';

/** Configs that tasks had under operators they no longer have, by task and operator. */
type Kept = Record<string, Record<string, JsonObject>>;

const key = (workflow: string): string => `drawloom:configs:${workflow}`;
function read(workflow: string): Kept {
  try {
    return JSON.parse(sessionStorage.getItem(key(workflow)) ?? '{}') as Kept;
  } catch {
    return {};
  }
}
function write(workflow: string, kept: Kept): void {
  try {
    sessionStorage.setItem(key(workflow), JSON.stringify(kept));
  } catch {
    // A full storage loses the copy; undo still has it.
  }
}

/** What a task was configured with under another operator, kept in this tab of the browser, so that going back brings it back. */
export const keptConfigs = {
  keep(workflow: string, task: string, operator: string, config: JsonObject): void {
    const kept = read(workflow);
    write(workflow, { ...kept, [task]: { ...kept[task], [operator]: config } });
  },
  find: (workflow: string, task: string, operator: string): JsonObject | null => {
    const kept = read(workflow);
    return Object.hasOwn(kept, task) && Object.hasOwn(kept[task] ?? {}, operator) ? (kept[task]?.[operator] ?? null) : null;
  },
  /** The task has another id now. */
  move(workflow: string, from: string, to: string): void {
    const { [from]: own, ...rest } = read(workflow);
    if (own !== undefined) write(workflow, { ...rest, [to]: own });
  },
};
