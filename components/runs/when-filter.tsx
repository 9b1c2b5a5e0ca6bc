'use client';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { zonePlace } from '#components/shell/zone-words.ts';
import { InstantInput } from '#components/triggers/instant-input.tsx';
import { Popover } from '#components/ui/popover.tsx';
import { useNow } from '#components/ui/use-now.ts';
import { useZone } from '#components/ui/zone.tsx';
import { datesWords, instantText, runSpans } from './run-span.ts';
import type { RunFilters } from './use-run-filters.ts';

const iso = (at: number | undefined): string | undefined => (at === undefined ? undefined : new Date(at).toISOString());

/** When runs were made: a span that ends now, or dates in the person's zone. */
export function WhenFilter({ filters, className }: { filters: RunFilters; className?: string }) {
  const { span, setWhen, setDates } = filters;
  const [open, setOpen] = useState(false);
  const zone = useZone();
  const now = useNow(60_000);
  // The start of a span that ends now is no date that somebody wrote.
  const from = span === null ? filters.from : undefined;
  const { to } = filters;
  const words = runSpans.find(({ value }) => value === span)?.label ?? datesWords(from, to, zone, now);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label="When runs were made"
      className="w-64"
      trigger={
        <button
          type="button"
          aria-label={`When: ${words}`}
          className={`flex h-7 items-center gap-1.5 rounded-control border border-line-2 bg-surface px-2 text-12 whitespace-nowrap data-popup-open:border-accent max-sm:h-9 ${className ?? ''}`}
        >
          <span className="num min-w-0 flex-1 truncate text-left">{words}</span>
          <ChevronDown className="size-4 text-ink-3" strokeWidth={1.75} aria-hidden />
        </button>
      }
    >
      <div role="group" aria-label="Spans" className="-m-1 mb-2 flex flex-col">
        {[{ value: '', label: 'Any time' }, ...runSpans].map(({ value, label }) => (
          <button
            key={value}
            type="button"
            aria-pressed={value === '' ? words === 'Any time' : value === span}
            onClick={() => {
              setWhen(value);
              setOpen(false);
            }}
            className="h-7 rounded-chip px-2 text-left text-13 hover:bg-hover aria-pressed:bg-accent-soft aria-pressed:text-accent-text max-sm:h-11"
          >
            {label}
          </button>
        ))}
      </div>
      <div className="flex flex-col gap-2 border-t border-line pt-3">
        <InstantInput
          label="From"
          zone={zone}
          value={iso(from)}
          onChange={(next) => setDates({ from: instantText(next), to: instantText(iso(to)) })}
        />
        <InstantInput
          label="To"
          zone={zone}
          value={iso(to)}
          onChange={(next) => setDates({ from: instantText(iso(from)), to: instantText(next) })}
        />
        <p className="text-12 text-ink-3" role="status">
          {from !== undefined && to !== undefined && from >= to
            ? 'It ends before it begins: no run is like that.'
            : `Times in ${zonePlace(zone)}.`}
        </p>
      </div>
    </Popover>
  );
}
