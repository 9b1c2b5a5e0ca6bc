import { formatDuration } from '#components/ui/format-duration.ts';
import type { Task } from '#domain/definition/schema/workflow.ts';

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
/** Seconds as a person writes them: `5 min`, `1 h 30 min`. */
const span = (sec: number): string => formatDuration(sec * 1000).replace(/ 00 (s|min)$/, '');

/** Each setting of a task in a few words, for its closed line and for what is inherited. Undefined: what holds when nobody says anything. */
export const settingWords = {
  retry: (retry: Task['retry']): string =>
    retry === undefined || retry.max === 0
      ? 'none'
      : `${count(retry.max, 'retry', 'retries')}, ${retry.multiplier > 1 ? 'first ' : ''}after ${span(retry.delaySec)}`,
  timeoutSec: (timeoutSec: Task['timeoutSec']): string => (timeoutSec === undefined ? 'none' : span(timeoutSec)),
  pool: (pool: Task['pool']): string => `${pool?.name ?? 'default'}, ${count(pool?.slots ?? 1, 'slot')}`,
  priority: (priority: Task['priority']): string =>
    priority === undefined ? 'weight 1' : `weight ${priority.weight}, ${priority.rule}`,
  role: (role: Task['role']): string =>
    role === undefined
      ? 'ordinary task'
      : 'setup' in role
        ? 'setup'
        : `teardown of ${role.teardown.of.join(', ') || 'nothing yet'}`,
  map(map: Task['map']): string {
    if (map === undefined) return 'one run of it';
    const fixed = map.over.map(({ items }) => (Array.isArray(items) ? items.length : null));
    if (fixed.some((n) => n === null)) return `a copy per item of ${count(map.over.length, 'list')}`;
    const sizes = fixed as number[];
    return count(map.combine === 'zip' ? Math.min(...sizes) : sizes.reduce((a, b) => a * b, 1), 'copy', 'copies');
  },
  past: (past: Task['past']): string =>
    past?.waitForDownstream === true
      ? 'waits for it and what follows'
      : past?.dependsOnPast === true
        ? 'waits for it'
        : 'does not matter',
  perWorkflow: (limits: Task['limits']): string =>
    limits?.perWorkflow === undefined ? 'no limit' : `${limits.perWorkflow} at a time`,
  idempotent: (idempotent: Task['idempotent']): string => idempotent ?? 'not said',
} as const;
