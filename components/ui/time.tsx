'use client';
import { formatInstant, type InstantParts } from './format-instant.ts';
import { formatRelative } from './format-relative.ts';
import { useNow } from './use-now.ts';
import { useZone } from './zone.tsx';

/** An instant in the person's zone, UTC on hover. `relative` adds `in 11 h 55 min` after it, `relative="only"` shows that alone. */
export function Time(props: {
  at: number;
  parts?: InstantParts;
  relative?: boolean | 'only';
  zone?: string;
  className?: string;
}) {
  const own = useZone();
  const zone = props.zone ?? own;
  const now = useNow(Math.abs(props.at - Date.now()) < 60_000 && props.relative ? 1000 : 10_000);
  const absolute = formatInstant(props.at, zone, props.parts ?? 'day-time-zone', now);
  const relative = props.relative ? formatRelative(props.at, now) : null;
  return (
    <time
      dateTime={new Date(props.at).toISOString()}
      title={`${formatInstant(props.at, 'UTC', 'day-time-seconds-zone')}${props.relative === 'only' ? ` · ${formatInstant(props.at, zone, 'day-time-zone')}` : ''}`}
      className={props.className}
      suppressHydrationWarning
    >
      {props.relative === 'only' ? (
        relative
      ) : (
        <>
          {absolute}
          {relative ? <span className="ml-2.5 text-12 text-ink-3">{relative}</span> : null}
        </>
      )}
    </time>
  );
}
