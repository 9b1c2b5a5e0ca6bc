import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { findZones } from '#components/shell/find-zones.ts';
import { Popover } from '#components/ui/popover.tsx';
import { SearchField } from '#components/ui/search-field.tsx';
import { formatInstant } from '#components/ui/format-instant.ts';
import { useNow } from '#components/ui/use-now.ts';

/** Chooses an IANA zone by place; says what time it is there. */
export function ZonePicker({ zone, onChange }: { zone: string; onChange: (zone: string) => void }) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label="Time zone"
      className="w-80"
      trigger={
        <button
          type="button"
          aria-label={`Time zone: ${zone}`}
          className="flex h-6 items-center gap-1 rounded-chip border border-control bg-surface px-1.5 text-13 font-strong hover:bg-hover"
        >
          {zone}
          <ChevronDown className="size-3 text-ink-3" strokeWidth={1.75} aria-hidden />
        </button>
      }
    >
      <ZoneList
        zone={zone}
        onChange={(next) => {
          setOpen(false);
          onChange(next);
        }}
      />
    </Popover>
  );
}

function ZoneList({ zone, onChange }: { zone: string; onChange: (zone: string) => void }) {
  const [search, setSearch] = useState('');
  const now = useNow(10_000);
  const shown = findZones(search);
  return (
    <>
      <SearchField
        label="City or zone"
        value={search}
        onChange={setSearch}
        autoFocus
        onKeyDown={(event) => {
          if (event.key === 'Enter' && shown[0] !== undefined) onChange(shown[0]);
        }}
      />
      <ul className="scroll mt-2 h-60" aria-label="Zones">
        {shown.map((name) => (
          <li key={name}>
            <button
              type="button"
              aria-pressed={name === zone}
              onClick={() => onChange(name)}
              className="flex h-7 w-full items-center justify-between gap-2 rounded-chip px-2 text-left hover:bg-hover aria-pressed:bg-accent-soft aria-pressed:text-accent-text"
            >
              <span className="truncate">{name}</span>
              <span className="num text-12 whitespace-nowrap text-ink-3">{formatInstant(now, name, 'time-zone')}</span>
            </button>
          </li>
        ))}
        {shown.length === 0 ? <li className="px-2 py-4 text-12 text-ink-3">No zone is called like that.</li> : null}
      </ul>
    </>
  );
}
