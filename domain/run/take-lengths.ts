import type { Draft } from './draft.ts';
import type { AttemptResult, Failure, ListLengths } from './events.ts';
import { kindOf } from './kind.ts';
import { mapLength } from './map-length.ts';
import type { MapScope } from './plan-maps.ts';
import { each } from './spread.ts';
import type { Lengths } from './state.ts';

type Success = Extract<AttemptResult, { type: 'success' }>;

/**
 * Notes the lengths of the lists that an ended task gives to the tasks mapped over it. Gives the failure, and notes nothing,
 * when it gives no list where one is wanted, or more items than `map.limit`.
 */
export function takeLengths(draft: Draft, task: number, index: number, result: Success): Failure | null {
  const { plan } = draft;
  if (plan.readers.offsets[task + 1] === plan.readers.offsets[task]) return null;
  const noted: [number, Lengths][] = [];
  const concerned = new Set<number>();
  each(plan.readers, task, (reader) => concerned.add(plan.tasks[reader]!.scope));
  for (const number of concerned) {
    const scope = plan.scopes[number]!;
    const told = toldLengths(draft.lengths.get(number), scope, task, index, result);
    const wrong = fault(draft, scope, task, index, told);
    if (wrong !== null) return wrong;
    noted.push([number, told]);
  }
  for (const [number, lengths] of noted) draft.setLengths(number, lengths);
  return null;
}

/** Notes lengths that the host tells with the beginning of a run or of a version: what is written out stays. */
export function takeToldLengths(draft: Draft, lists: ListLengths): void {
  draft.plan.scopes.forEach((scope, number) => {
    const told = Object.hasOwn(lists, scope.id) ? lists[scope.id]! : [];
    const lengths = draft.lengths.get(number);
    draft.setLengths(
      number,
      lengths.map((length, entry) => (scope.entries[entry]!.length === null ? (told[entry] ?? length) : length)),
    );
  });
}

function toldLengths(before: Lengths, scope: MapScope, task: number, index: number, result: Success): Lengths {
  const told = result.lists !== undefined && Object.hasOwn(result.lists, scope.id) ? result.lists[scope.id]! : [];
  return before.map((length, entry) => {
    const { sources } = scope.entries[entry]!;
    if (!sources.includes(task)) return length;
    return told[entry] ?? (sources.length === 1 && index < 0 ? (result.list ?? null) : null);
  });
}

function fault(draft: Draft, scope: MapScope, task: number, index: number, told: Lengths): Failure | null {
  const { plan } = draft;
  // A copy gives one item of its task's list; the host tells the length with the last of them, or there is one an item.
  const ended = (source: number) => source === task || kindOf(draft.row(source, -1).status) === 'success';
  const missing = told.some((length, entry) => {
    const { sources } = scope.entries[entry]!;
    return length === null && sources.includes(task) && sources.every(ended);
  });
  if (missing && index < 0)
    return {
      code: 'map.no-list',
      message: `${plan.tasks[task]!.id} must give a list, because ${scope.id} runs once for each of its items.`,
    };
  const copies = mapLength(scope, told);
  if (copies !== null && copies > scope.limit)
    return {
      code: 'map.limit',
      message: `${scope.id} would run ${copies} times; its limit is ${scope.limit}. Give fewer items or raise the limit.`,
    };
  return null;
}
