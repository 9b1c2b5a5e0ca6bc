import type { TaskRunView } from '#domain/run/read.ts';
import { formatDuration } from '#components/ui/format-duration.ts';
import { clockWords } from './clock-words.ts';
import type { TaskSummary } from './task-summary.ts';

/** What the words need beside the task run itself. */
export interface ReasonContext {
  /** Instant that is looked at, ms. */
  now: number;
  /** Direct upstreams that are finished, and how many there are. */
  upstream?: { done: number; all: number };
  /** What admission says, shortest first: `pool db, 4 of 4 used`. */
  waiting?: string | undefined;
  /** Title of a task by id. */
  title: (task: string) => string;
}

const took = (view: TaskRunView, now: number): string | null =>
  view.startedAt === null ? null : formatDuration(Math.max(0, (view.endedAt ?? now) - view.startedAt));
const wholeSeconds = (ms: number): string => formatDuration(Math.floor(Math.max(0, ms) / 1000) * 1000);

function ofOne(view: TaskRunView, context: ReasonContext): string | null {
  const { now } = context;
  if (view.reason === 'marked') return 'marked by hand';
  const attempt = view.attempt > 1 ? `, attempt ${view.attempt}` : '';
  switch (view.status) {
    case 'success': {
      const time = took(view, now);
      return time === null ? (view.reason ?? 'marked') : `${time}${attempt}`;
    }
    case 'failed': {
      const reason = view.reason ?? 'failed';
      const time = took(view, now);
      // Most reasons of the performer say the time themselves: `exit 3 after 3.2 s`.
      return `${reason}${time === null || reason.includes(' after ') ? '' : ` after ${time}`}${attempt}`;
    }
    case 'running':
      return `${view.startedAt === null ? 'running' : wholeSeconds(now - view.startedAt)}${attempt}`;
    case 'restarting':
      return 'ends, then runs again';
    case 'queued':
      return view.reason ?? context.waiting ?? 'starts';
    case 'scheduled':
      return view.reason ?? context.waiting ?? 'asks for a slot';
    case 'up_for_retry':
      return view.dueAt === null || view.dueAt <= now
        ? `attempt ${view.attempt + 1} is due`
        : `attempt ${view.attempt + 1} in ${clockWords(view.dueAt - now)}`;
    case 'up_for_reschedule':
      return view.dueAt === null ? 'looks again soon' : `looks again in ${clockWords(view.dueAt - now)}`;
    case 'deferred':
      return view.dueAt === null ? (view.reason ?? 'waits for a signal') : `${clockWords(view.dueAt - now)} to wait`;
    case 'awaiting_input':
      return view.reason ?? 'waits for a person';
    case 'none':
      return context.upstream && context.upstream.all > 0
        ? `${context.upstream.done} of ${context.upstream.all} upstream`
        : (view.reason ?? context.waiting ?? null);
    case 'upstream_failed':
    case 'skipped':
    case 'cancelled':
    case 'removed':
      return view.reason;
  }
}

/** The shortest true reason: second line of a box and of a line in the task list. */
export function shortReason(summary: TaskSummary, context: ReasonContext): string | null {
  const { copies } = summary;
  if (copies === null) return ofOne(summary.view, context);
  const count = (status: TaskRunView['status']) => copies.reduce((n, copy) => n + (copy.status === status ? 1 : 0), 0);
  const done = copies.reduce((n, copy) => n + (copy.endedAt !== null && copy.status !== 'up_for_retry' ? 1 : 0), 0);
  const failed = count('failed');
  if (summary.status === 'success') return `${copies.length} copies`;
  if (summary.status === 'running') return `${done} of ${copies.length}, ${count('running')} at a time`;
  if (failed > 0) return `${failed} of ${copies.length} failed`;
  return copies.length === 1 ? ofOne(summary.view, context) : `${done} of ${copies.length}`;
}
