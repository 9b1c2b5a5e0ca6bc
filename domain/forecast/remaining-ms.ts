import type { TaskRunView } from '#domain/run/read.ts';
import { isFinished } from '#domain/run/status.ts';
import type { Usual } from './usual.ts';

export type Guess = 'low' | 'mid' | 'high';

/** What is left of one unfinished task. Instants in ms. */
export interface Remaining {
  endAt: number;
  /** Work still to be done, over all its copies. */
  workMs: number;
  /** It never went well before. */
  unknown: boolean;
  /** It waits for a person. */
  person: boolean;
  /** It runs for longer than the middle half ever did. */
  late: boolean;
}

/**
 * When an unfinished task will be done: `ready` is when its upstreams are, `parallel` how many of its copies work at once,
 * `runs` how many runs the history has.
 */
export function remainingMs(of: {
  views: readonly TaskRunView[];
  usual: Usual | undefined;
  runs: number;
  now: number;
  parallel: number;
  guess: Guess;
  ready: number;
}): Remaining {
  const { usual, now } = of;
  const takes = usual === undefined ? 0 : of.guess === 'low' ? usual.lowMs : of.guess === 'high' ? usual.highMs : usual.medianMs;
  const open = of.views.filter(({ status }) => !isFinished(status));
  const begun = open.filter(({ status, attempt }) => status !== 'none' && attempt > 0);
  const rest: Remaining = {
    endAt: Math.max(now, of.ready),
    workMs: 0,
    unknown: false,
    person: open.some(({ status }) => status === 'awaiting_input'),
    late: false,
  };
  const seldom = usual !== undefined && usual.runs * 2 < of.runs;
  if (begun.length === 0 && seldom) return rest;
  rest.unknown = usual === undefined;
  let longest = 0;
  let waiting = 0;
  for (const view of open) {
    const left = leftOf(view, takes, usual?.highMs ?? 0, now);
    if (left === null) {
      waiting++;
      continue;
    }
    rest.late ||= left.late && usual !== undefined;
    rest.workMs += left.ms;
    longest = Math.max(longest, left.ms);
  }
  // A mapped task whose list is not known yet has one task run: it will have as many copies as usual.
  const unfolded = of.views.some(({ index }) => index !== undefined);
  const copies = unfolded ? waiting : waiting * (usual?.copies ?? 1);
  rest.workMs += copies * takes;
  rest.endAt += longest + Math.ceil(copies / of.parallel) * takes;
  return rest;
}

/** What is left of a task run that is under way; null for one that has not begun. */
function leftOf(view: TaskRunView, takes: number, high: number, now: number): { ms: number; late: boolean } | null {
  switch (view.status) {
    case 'running':
    case 'restarting':
    case 'deferred':
    case 'up_for_reschedule': {
      const due = view.dueAt === null || view.status === 'running' ? 0 : Math.max(0, view.dueAt - now);
      const worked = view.startedAt === null ? 0 : now - view.startedAt;
      // One that is over its usual time is taken to be among the slow ones, as long as it can be.
      const left = worked <= takes ? takes - worked : Math.max(0, high - worked);
      return { ms: Math.max(due, left), late: worked > high };
    }
    case 'up_for_retry':
      return { ms: Math.max(0, (view.dueAt ?? now) - now) + takes, late: false };
    case 'awaiting_input':
      return { ms: 0, late: false };
    default:
      return null;
  }
}
