'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useMemo, useRef } from 'react';
import { useZone } from '#components/ui/zone.tsx';
import { findMatches } from './find-matches.ts';
import { shownAt } from './log-level.ts';
import { LogRow } from './log-row.tsx';
import type { LogSettings } from './use-log-settings.ts';
import { useLog } from './use-log.ts';

/** The log of one attempt. `step` counts how often the person asked for the next match (negative: back). */
export function LogView(props: {
  attemptId: string;
  attempt: number;
  running: boolean;
  settings: LogSettings;
  step: number;
  onFound: (found: { at: number; all: number }) => void;
}) {
  const { settings } = props;
  const { buffer, complete, version } = useLog(props.attemptId);
  const zone = useZone();
  const scroller = useRef<HTMLDivElement>(null);
  const { lines } = buffer;
  // `lines` is a new list whenever something came.
  const shown = useMemo(
    () => (settings.level === 'all' ? lines : lines.filter((line) => shownAt(settings.level, line.level))),
    [lines, settings.level],
  );
  const matches = useMemo(() => findMatches(shown, settings.search.trim()), [shown, settings.search]);
  const at = matches.length === 0 ? 0 : ((props.step % matches.length) + matches.length) % matches.length;
  const current = matches[at];
  const marks = useMemo(() => {
    const byLine = new Map<number, number[]>();
    for (const m of matches) byLine.set(m.line, [...(byLine.get(m.line) ?? []), m.start]);
    return byLine;
  }, [matches]);

  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 18,
    getItemKey: (i) => shown[i]?.id ?? i,
    overscan: 20,
    paddingStart: 6,
    paddingEnd: 6,
  });
  const report = useEffectEvent(() => props.onFound({ at: matches.length === 0 ? 0 : at + 1, all: matches.length }));
  useEffect(() => report(), [at, matches.length]);
  const currentLine = current?.line ?? -1;
  useEffect(() => {
    if (currentLine >= 0 && settings.search) virtual.scrollToIndex(currentLine, { align: 'center' });
  }, [currentLine, settings.search, props.step, virtual]);
  useEffect(() => virtual.measure(), [settings.wrap, virtual]);
  useEffect(() => {
    if (settings.follow && !settings.search && shown.length > 0) virtual.scrollToIndex(shown.length - 1, { align: 'end' });
  }, [version, settings.follow, settings.search, shown.length, virtual]);

  return (
    <div
      ref={scroller}
      tabIndex={0}
      role="log"
      aria-label={`Log of attempt ${props.attempt}`}
      aria-live="off"
      className="scroll min-h-0 flex-1 focus-visible:-outline-offset-2"
      onWheel={(event) => {
        // Who scrolls up wants to read; what comes must not pull the page away.
        if (event.deltaY < 0 && settings.follow) settings.setFollow(false);
      }}
      onKeyDown={(event) => {
        if (['ArrowUp', 'PageUp', 'Home'].includes(event.key) && settings.follow) settings.setFollow(false);
        if (event.key === 'End') settings.setFollow(true);
      }}
    >
      {shown.length === 0 ? (
        <p className="px-3 py-3 text-12 text-ink-3">
          {lines.length > 0
            ? 'No line of this level.'
            : complete
              ? 'This attempt wrote nothing.'
              : props.running
                ? 'Nothing written yet.'
                : 'Reading the log …'}
        </p>
      ) : (
        <div className="relative" style={{ height: virtual.getTotalSize() }}>
          <div
            className="absolute inset-x-0 top-0"
            style={{ transform: `translateY(${virtual.getVirtualItems()[0]?.start ?? 0}px)` }}
          >
            {virtual.getVirtualItems().map((item) => {
              const line = shown[item.index];
              return line ? (
                <div key={item.key} ref={virtual.measureElement} data-index={item.index}>
                  <LogRow
                    line={line}
                    zone={zone}
                    wrap={settings.wrap}
                    marks={marks.get(item.index)?.join(',') ?? ''}
                    markLength={settings.search.trim().length}
                    current={current?.line === item.index ? current.start : -1}
                  />
                </div>
              ) : null;
            })}
          </div>
        </div>
      )}
    </div>
  );
}
