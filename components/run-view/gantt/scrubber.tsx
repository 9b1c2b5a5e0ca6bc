'use client';
import { useRef } from 'react';
import { useShort } from '#components/shell/use-media.ts';
import { formatDuration } from '#components/ui/format-duration.ts';
import { formatInstant, type InstantParts } from '#components/ui/format-instant.ts';
import { useZone } from '#components/ui/zone.tsx';
import { axisTicks } from './axis-ticks.ts';

/** The axis with the instant that is looked at. Drag it, or press arrow keys: event by event, with Shift ten at a time. */
export function Scrubber(props: {
  from: number;
  to: number;
  at: number;
  live: boolean;
  /** Time is counted from here, ms; missing: clock time. */
  origin?: number;
  onGoTo: (at: number) => void;
  onStep: (events: number) => void;
  onLive: () => void;
}) {
  const zone = useZone();
  const phone = useShort();
  const axis = useRef<HTMLDivElement>(null);
  const length = Math.max(1, props.to - props.from);
  const place = (at: number) => `${Math.max(0, Math.min(100, (100 * (at - props.from)) / length))}%`;
  const { origin } = props;
  const ticks = axisTicks(props.from - (origin ?? 0), props.to - (origin ?? 0), phone ? 3 : 7).map(
    (tick) => tick + (origin ?? 0),
  );
  const clock = (at: number, parts: InstantParts): string =>
    origin === undefined ? formatInstant(at, zone, parts) : formatDuration(at - origin);
  const seconds = ticks.some((tick) => tick % 60_000 !== 0);
  // A tick whose words would lie under the instant that is looked at is left out; on a phone the same words take more of the axis.
  const reach = (phone ? 2.6 : 1) * length;
  const covered = (tick: number): boolean => props.at - tick < 0.1 * reach && tick - props.at < 0.04 * reach;
  const moveTo = (clientX: number) => {
    const box = axis.current?.getBoundingClientRect();
    if (box && box.width > 0) props.onGoTo(props.from + Math.max(0, Math.min(1, (clientX - box.left) / box.width)) * length);
  };
  return (
    <div
      ref={axis}
      className="relative h-full cursor-ew-resize touch-none select-none"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        moveTo(event.clientX);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) moveTo(event.clientX);
      }}
    >
      {ticks.map((at, i) => (
        <span
          key={at}
          className="num pointer-events-none absolute top-2 pl-1 text-11 whitespace-nowrap text-ink-3"
          style={{ left: place(at), visibility: covered(at) ? 'hidden' : undefined }}
        >
          {clock(at, `${seconds ? 'seconds' : 'time'}${i === 0 ? '-zone' : ''}` as const)}
        </span>
      ))}
      <span
        role="slider"
        tabIndex={0}
        aria-label="Instant that is shown"
        aria-valuemin={Math.round(props.from)}
        aria-valuemax={Math.round(props.to)}
        aria-valuenow={Math.round(props.at)}
        aria-valuetext={`${clock(props.at, 'seconds-zone')}${props.live ? ', live' : ''}`}
        onKeyDown={(event) => {
          const many = event.shiftKey ? 10 : 1;
          if (event.key === 'ArrowLeft') props.onStep(-many);
          else if (event.key === 'ArrowRight') props.onStep(many);
          else if (event.key === 'Home') props.onGoTo(props.from);
          else if (event.key === 'End') props.onLive();
          else return;
          event.preventDefault();
        }}
        className="num absolute top-1.5 z-[2] -translate-x-1/2 rounded-chip bg-ink px-1.5 text-11 leading-5 whitespace-nowrap text-surface"
        style={{ left: `clamp(28px, ${place(props.at)}, calc(100% - 28px))` }}
      >
        {clock(props.at, 'seconds')}
      </span>
    </div>
  );
}
