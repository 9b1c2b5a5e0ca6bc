'use client';
import { useMemo, useState } from 'react';
import { listedRunTypes, type ListedRunType } from '#domain/run/listed-run-types.ts';
import { useUrlParam } from '#components/shell/use-url-param.ts';
import { useNow } from '#components/ui/use-now.ts';
import { useZone } from '#components/ui/zone.tsx';
import { statusesOf } from './run-filter.ts';
import { instantOf, runSpanOf, spanStart } from './run-span.ts';

/** Filters over runs, all in the address: statuses, kind, trigger, and when they were made (a span that ends now, or dates). */
export function useRunFilters() {
  const [statusParam, setStatus] = useUrlParam('status');
  const [kindParam, setKind] = useUrlParam('kind');
  const [trigger, setTrigger] = useUrlParam('trigger');
  const [when, setWhen] = useUrlParam('when');
  const [fromParam, setFrom] = useUrlParam('from');
  const [toParam, setTo] = useUrlParam('to');
  const zone = useZone();
  const now = useNow(60_000);
  const status = useMemo(() => statusesOf(statusParam), [statusParam]);
  const kind = listedRunTypes.find((one) => one === kindParam) ?? null;
  const span = runSpanOf(when);
  // The list is asked for by where the span began when it was chosen: a start that moves would begin the list anew each minute.
  const key = `${span} ${zone}`;
  const [begun, setBegun] = useState({ key, at: now });
  if (begun.key !== key) setBegun({ key, at: now });
  const from = span === null ? instantOf(fromParam) : spanStart(span, begun.key === key ? begun.at : now, zone);
  const to = span === null ? instantOf(toParam) : undefined;
  return {
    status,
    kind,
    trigger,
    span,
    from,
    to,
    /** Older runs than this have left a span that ends now. */
    oldest: span === null ? 0 : spanStart(span, now, zone),
    filtered: status.length > 0 || kind !== null || trigger !== '' || from !== undefined || to !== undefined,
    setStatus,
    setKind: (next: ListedRunType | '') => setKind(next),
    setTrigger,
    setWhen: (next: string) => {
      setFrom('');
      setTo('');
      setWhen(next);
    },
    /** Each as the address says it, or empty. */
    setDates: (next: { from: string; to: string }) => {
      setWhen('');
      setFrom(next.from);
      setTo(next.to);
    },
    clear: () => {
      for (const set of [setStatus, setKind, setTrigger, setWhen, setFrom, setTo]) set('');
    },
  };
}
export type RunFilters = ReturnType<typeof useRunFilters>;
