import type { Trigger } from '#domain/definition/schema/workflow.ts';
import { cronTicks } from './cron-ticks.ts';
import { cronWalk, type CronWalk } from './cron-walk.ts';
import { everyTicks } from './every-ticks.ts';
import { listedTicks } from './listed-ticks.ts';
import type { DstPolicy } from './next-tick.ts';
import { parseCron } from './parse-cron.ts';
import type { Ticks } from './ticks.ts';
import { zoneClock, type ZoneClock } from './zone-clock.ts';

export interface TriggerTicks {
  /** Null of a continuous trigger: it has no instants of its own. */
  ticks: Ticks | null;
  /** Of a cron trigger: what marks are made from. */
  cron: { walks: CronWalk[]; zone: ZoneClock; dst: DstPolicy } | null;
}

/** The ticks of a trigger whose zone and cron lines are known to be good. Without anchor and start, `every` counts from the epoch. */
export function triggerTicks(trigger: Trigger, seed: string): TriggerTicks {
  switch (trigger.type) {
    case 'cron': {
      const zone = zoneClock(trigger.timezone);
      if (zone === null) throw new Error(`Zone ${trigger.timezone} is not known.`);
      const dst: DstPolicy = { gap: 'shift', overlap: 'first', ...trigger.dst };
      const walks = trigger.cron.map((line) => {
        const parsed = parseCron(line, seed);
        if (!parsed.ok) throw new Error(parsed.message);
        return cronWalk(parsed.fields);
      });
      return { ticks: cronTicks(walks, zone, dst), cron: { walks, zone, dst } };
    }
    case 'every': {
      const anchor = trigger.anchor ?? trigger.start ?? '1970-01-01T00:00:00Z';
      return { ticks: everyTicks(trigger.everySec * 1000, Date.parse(anchor)), cron: null };
    }
    case 'dates':
      return { ticks: listedTicks(trigger.at.map((at) => Date.parse(at))), cron: null };
    case 'once':
      return { ticks: listedTicks([Date.parse(trigger.start)]), cron: null };
    case 'continuous':
      return { ticks: null, cron: null };
  }
}
