import type { Json } from '#domain/definition/schema/json.ts';
import type { ListLengths } from '#domain/run/events.ts';
import { taskRun } from '#domain/run/read.ts';
import { expandLists, itemOf } from '../perform/expand-lists.ts';
import { listScope } from '../perform/scope.ts';
import type { ActiveRun } from './active-run.ts';
import { scopeOf, scopesFrom } from './compiled-version.ts';
import { jobRun } from './job-run.ts';

/** Reads the output of a task of the run, from memory or from the store. */
export type ReadOutput = (task: string) => Promise<Json | undefined>;

/**
 * Lists that can be told now that `ended` (null: nothing but the params) is known: for each mapping that hangs on it, one
 * list per entry, null for an entry that names a task which has not succeeded. Rejects with a coded failure when a template
 * yields no list. The values are kept with the run, for the copies' `item`.
 */
export async function tellLists(run: ActiveRun, ended: string | null, read: ReadOutput): Promise<ListLengths> {
  const { compiled } = run;
  const scopes = ended === null ? compiled.plan.scopes : scopesFrom(compiled, ended);
  const told: ListLengths = {};
  for (const scope of scopes) {
    const lists = await listsOf(run, scope, ended, read);
    const fresh = lists.map((list, entry) => (hangsOn(run, scope, entry, ended) ? (list?.length ?? null) : null));
    if (fresh.some((length) => length !== null)) told[scope.id] = fresh;
    run.lists.set(scope.id, lists);
  }
  return told;
}

/**
 * Lengths of all lists of the run's version that can be told now, written-out ones aside: for a run that has come to this
 * version. Rejects as `tellLists`.
 */
export async function tellKnownLists(run: ActiveRun, read: ReadOutput): Promise<ListLengths> {
  const told: ListLengths = {};
  for (const scope of run.compiled.plan.scopes) {
    const lists = await listsOf(run, scope, null, read);
    const lengths = lists.map((list, entry) => (scope.entries[entry]!.length === null ? (list?.length ?? null) : null));
    if (lengths.some((length) => length !== null)) told[scope.id] = lengths;
  }
  return told;
}

/** `item` of a mapped copy when its lists are in memory; undefined for a task that runs once. */
export function itemOfCopy(run: ActiveRun, task: string, index: number): Json | undefined {
  const scope = scopeOf(run.compiled, task);
  const map = scope && run.compiled.maps.get(scope.id);
  return map && itemOf(map, run.lists.get(scope.id) ?? [], index);
}

/** Whether `itemOfCopy` can answer. */
export function hasLists(run: ActiveRun, task: string): boolean {
  const scope = scopeOf(run.compiled, task);
  return scope === undefined || (run.lists.get(scope.id)?.every((list) => list !== null) ?? false);
}

/** Reads the lists of a task's mapping anew, after a restart. */
export async function loadLists(run: ActiveRun, task: string, read: ReadOutput): Promise<void> {
  const scope = scopeOf(run.compiled, task);
  if (scope) run.lists.set(scope.id, await listsOf(run, scope, null, read));
}

type Scope = NonNullable<ReturnType<typeof scopeOf>>;

/** Written-out lists are never told; the others by the task that has just ended, or at the start when they name none. */
function hangsOn(run: ActiveRun, scope: Scope, entry: number, ended: string | null): boolean {
  const { length, sources } = scope.entries[entry]!;
  if (length !== null) return false;
  return ended === null ? sources.length === 0 : sources.includes(run.compiled.plan.indexOf.get(ended)!);
}

async function listsOf(run: ActiveRun, scope: Scope, ended: string | null, read: ReadOutput): Promise<(Json[] | null)[]> {
  const map = run.compiled.maps.get(scope.id);
  if (!map) return [];
  return Promise.all(
    scope.entries.map(async ({ sources }, entry) => {
      const names = sources.map((node) => run.compiled.plan.tasks[node]!.id);
      if (!names.every((name) => name === ended || hasSucceeded(run, name))) return null;
      const outputs: Record<string, Json> = {};
      for (const name of names) outputs[name] = (await read(name)) ?? null;
      return expandLists({ ...map, over: [map.over[entry]!] }, listScope(jobRun(run.facts), outputs))[0] ?? null;
    }),
  );
}

const hasSucceeded = (run: ActiveRun, task: string): boolean => taskRun(run.compiled.plan, run.state, task)?.status === 'success';
