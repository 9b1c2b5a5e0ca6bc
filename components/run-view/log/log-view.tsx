'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useZone } from '#components/ui/zone.tsx';
import { failedLine } from './failed-line.ts';
import { findMatches } from './find-matches.ts';
import { foldFrames } from './fold-frames.ts';
import { FoldRow } from './fold-row.tsx';
import { shownAt } from './log-level.ts';
import { LogRow } from './log-row.tsx';
import type { LogSettings } from './use-log-settings.ts';
import { useLog } from './use-log.ts';

/**
 * The log of one attempt. `step` counts how often the person asked for the next match (negative: back). One that failed
 * opens where it is read from, one whose line is linked at that line; `settings.follow` is off until then (see `LogTab`).
 */
export function LogView(props: {
  attemptId: string;
  attempt: number;
  running: boolean;
  failed?: boolean;
  /** Number of the line the address names, from 1. */
  line?: number | null;
  onLine?: (line: number) => void;
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
  const search = settings.search.trim();
  const matches = useMemo(() => findMatches(shown, search), [shown, search]);
  const at = matches.length === 0 ? 0 : ((props.step % matches.length) + matches.length) % matches.length;
  const current = matches[at];
  const marks = useMemo(() => {
    const byLine = new Map<number, number[]>();
    for (const m of matches) byLine.set(m.line, [...(byLine.get(m.line) ?? []), m.start]);
    return byLine;
  }, [matches]);

  const { failed = false, onLine } = props;
  const spot = useMemo(
    () => (props.line ? props.line - 1 : failed && complete ? failedLine(lines) : null),
    [props.line, failed, complete, lines],
  );
  const [opened, setOpened] = useState<ReadonlySet<number>>(() => new Set());
  // While one searches nothing is folded: every place that is found can be seen, and entries are the shown lines.
  const entries = useMemo(() => (search === '' ? foldFrames(shown, opened) : shown), [shown, opened, search]);
  // A spot inside a fold opens it, once.
  const [revealed, setRevealed] = useState<number | null>(null);
  const fold =
    spot === null || spot === revealed ? undefined : entries.find((e) => 'frames' in e && e.lines.some(({ id }) => id === spot));
  if (fold) {
    setRevealed(spot);
    setOpened(new Set([...opened, fold.id]));
  }
  const spotAt = spot === null ? -1 : entries.findIndex((e) => !('frames' in e) && e.id === spot);

  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 18,
    getItemKey: (i) => {
      const entry = entries[i];
      return entry === undefined ? i : 'frames' in entry ? `fold ${entry.id}` : entry.id;
    },
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
    if (settings.follow && !settings.search && entries.length > 0) virtual.scrollToIndex(entries.length - 1, { align: 'end' });
  }, [version, settings.follow, settings.search, entries.length, virtual]);
  // Once for each spot: who scrolls on, or opens frames above it, is not pulled back.
  const placed = useRef<number | null>(null);
  useEffect(() => {
    if (spotAt < 0 || spot === placed.current) return;
    placed.current = spot;
    virtual.scrollToIndex(spotAt, { align: 'center' });
  }, [spot, spotAt, virtual]);
  const choose = useCallback(
    (id: number) => {
      // It is in sight.
      placed.current = id;
      onLine?.(id + 1);
    },
    [onLine],
  );
  const toggle = (id: number): void => {
    const next = new Set(opened);
    if (!next.delete(id)) next.add(id);
    setOpened(next);
  };
  const digits = String((lines.at(-1)?.id ?? 0) + 1).length;

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
              const entry = entries[item.index];
              return entry ? (
                <div key={item.key} ref={virtual.measureElement} data-index={item.index}>
                  {'frames' in entry ? (
                    <FoldRow fold={entry} onToggle={() => toggle(entry.id)} />
                  ) : (
                    <LogRow
                      line={entry}
                      zone={zone}
                      wrap={settings.wrap}
                      marks={marks.get(item.index)?.join(',') ?? ''}
                      markLength={search.length}
                      current={current?.line === item.index ? current.start : -1}
                      digits={digits}
                      spot={entry.id !== spot ? null : props.line ? 'linked' : 'failed'}
                      onLine={onLine && choose}
                    />
                  )}
                </div>
              ) : null;
            })}
          </div>
        </div>
      )}
    </div>
  );
}
