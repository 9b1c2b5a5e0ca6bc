import type { TaskRunStatus } from '#domain/run/status.ts';
import type { Drawing } from '../project/drawing.ts';
import { edgeKey } from '../geometry/edge-key.ts';
import type { EdgeLive, LiveStatusStore, TaskLive } from './live-status-store.ts';

/** What is told of a group first: what a person must look at. */
const urgency: readonly TaskRunStatus[] = [
  'failed',
  'upstream_failed',
  'awaiting_input',
  'up_for_retry',
  'running',
  'restarting',
  'deferred',
  'up_for_reschedule',
  'queued',
  'scheduled',
  'cancelled',
  'removed',
  'none',
  'skipped',
  'success',
];

/** The same statuses, and those of collapsed groups and of the edges at them, made from what is inside. */
export function withGroups(live: LiveStatusStore, drawing: Drawing): LiveStatusStore {
  const groups = new Map([...drawing.boxes.values()].filter((box) => box.task === null).map((box) => [box.id, box.members]));
  if (groups.size === 0) return live;
  const kept = new Map<string, TaskLive | EdgeLive | null>();
  // What is asked for twice must be the same object, or React never comes to rest.
  const keep = <T extends TaskLive | EdgeLive>(key: string, value: T | null): T | null => {
    const before = kept.get(key);
    if (before !== undefined && JSON.stringify(before) === JSON.stringify(value)) return before as T | null;
    kept.set(key, value);
    return value;
  };
  const every = (keys: readonly string[], one: (key: string, tell: () => void) => () => void, tell: () => void): (() => void) => {
    const leave = keys.map((key) => one(key, tell));
    return () => leave.forEach((end) => end());
  };
  return {
    ...live,
    task(id) {
      const members = groups.get(id);
      return members === undefined
        ? live.task(id)
        : keep(id, groupLive(members.map((member) => live.task(member)?.status ?? 'none')));
    },
    edge(key) {
      const edges = drawing.merged.get(key);
      return edges === undefined ? live.edge(key) : keep(`edge ${key}`, edgeLive(edges.map((edge) => live.edge(edgeKey(edge)))));
    },
    subscribeTask: (id, tell) => every(groups.get(id) ?? [id], live.subscribeTask, tell),
    subscribeEdge: (key, tell) => every(drawing.merged.get(key)?.map(edgeKey) ?? [key], live.subscribeEdge, tell),
  };
}

function groupLive(statuses: readonly TaskRunStatus[]): TaskLive | null {
  const begun = statuses.some((status) => status !== 'none');
  if (!begun) return null;
  const status = urgency.find((one) => statuses.includes(one)) ?? 'none';
  const worst = status === 'none' || status === 'success' ? 0 : statuses.filter((one) => one === status).length;
  const done = statuses.filter((one) => one === 'success').length;
  // Some have ended and none is under way: the next begins in a moment.
  const shown = status === 'none' && done > 0 ? 'running' : status;
  const reason = `${done} of ${statuses.length} done${worst > 0 ? `, ${worst} ${status.replaceAll('_', ' ')}` : ''}`;
  return { status: shown, reason, ...(shown === 'running' ? { progress: done / statuses.length } : {}) };
}

function edgeLive(edges: readonly (EdgeLive | null)[]): EdgeLive | null {
  for (const state of ['taken', 'upstream-failed', 'none'] as const)
    if (edges.some((edge) => (edge?.state ?? 'none') === state)) return state === 'none' ? null : { state };
  return { state: 'not-taken' };
}
