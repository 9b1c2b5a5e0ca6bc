import type { Trigger } from '#domain/definition/schema/workflow.ts';

/** The kinds a person can choose now, with what each means. */
export const triggerKinds = [
  { value: 'cron', label: 'Cron' },
  { value: 'every', label: 'Every' },
  { value: 'dates', label: 'Dates' },
  { value: 'once', label: 'Once' },
  { value: 'continuous', label: 'Again and again' },
] as const;
export type TriggerKind = (typeof triggerKinds)[number]['value'];

const base = { catchup: 'none', missed: 'latest' } as const;

/** An instant as the definition writes it, on the full hour after `nowMs` plus some hours. */
const hourAfter = (nowMs: number, hours: number): string =>
  new Date(Math.ceil(nowMs / 3_600_000) * 3_600_000 + hours * 3_600_000).toISOString().replace('.000Z', 'Z');

/** A fresh trigger: every day at 02:00 in the person's zone. */
export function newTrigger(id: string, timezone: string): Trigger {
  return { id, type: 'cron', cron: ['0 2 * * *'], interval: false, timezone, ...base };
}

/** The same trigger of another kind; what both kinds have is kept. */
export function asKind(trigger: Trigger, kind: TriggerKind, nowMs: number): Trigger {
  if (trigger.type === kind) return trigger;
  const { id, timezone, params, start, end, catchup, missed, dst, jitterSec } = trigger;
  const shared = {
    id,
    timezone,
    catchup,
    missed,
    ...(params === undefined ? {} : { params }),
    ...(end === undefined ? {} : { end }),
    ...(dst === undefined ? {} : { dst }),
    ...(jitterSec === undefined ? {} : { jitterSec }),
  };
  const begun = start === undefined ? {} : { start };
  switch (kind) {
    case 'cron':
      return { ...shared, ...begun, type: 'cron', cron: ['0 2 * * *'], interval: false };
    case 'every':
      return { ...shared, ...begun, type: 'every', everySec: 3600, interval: false };
    case 'dates':
      return { ...shared, ...begun, type: 'dates', at: [hourAfter(nowMs, 1)] };
    case 'once':
      return { ...shared, type: 'once', start: start ?? hourAfter(nowMs, 1) };
    case 'continuous':
      return { ...shared, ...begun, type: 'continuous' };
  }
}
