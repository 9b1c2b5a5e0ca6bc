'use client';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTRPC } from '#components/data/trpc.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { formatInstant } from '#components/ui/format-instant.ts';
import { SearchField } from '#components/ui/search-field.tsx';
import { toast } from '#components/ui/toast.ts';
import { useNow } from '#components/ui/use-now.ts';
import { useZone } from '#components/ui/zone.tsx';
import { findZones } from './find-zones.ts';
import { useBrowserZone } from './use-browser-zone.ts';

/** Chooses the zone in which all times are written. It is kept with the account. */
export function ZoneDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const current = useZone();
  const browser = useBrowserZone();
  const router = useRouter();
  const save = useMutation(
    useTRPC().session.setTimezone.mutationOptions({
      onSuccess: () => {
        onOpenChange(false);
        router.refresh();
      },
      onError: (error) => toast({ level: 'error', title: 'The zone was not changed.', body: error.message }),
    }),
  );
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Time zone"
      description="All times of the pages are written in it. Triggers keep the zone of their own."
      width={420}
      footer={
        browser === current ? undefined : (
          <Button onClick={() => save.mutate({ timezone: browser })}>As this browser: {browser}</Button>
        )
      }
    >
      <ZoneList current={current} onChoose={(timezone) => save.mutate({ timezone })} />
    </Dialog>
  );
}

/** Only while the dialog is open: the time of every zone is dear to write. */
function ZoneList({ current, onChoose }: { current: string; onChoose: (zone: string) => void }) {
  const now = useNow(10_000);
  const [search, setSearch] = useState('');
  const shown = findZones(search);
  return (
    <>
      <SearchField label="City or zone" value={search} onChange={setSearch} autoFocus />
      <ul className="scroll mt-2 h-72" aria-label="Zones">
        {shown.map((zone) => (
          <li key={zone}>
            <button
              type="button"
              aria-pressed={zone === current}
              onClick={() => onChoose(zone)}
              className="flex h-7 w-full items-center justify-between rounded-chip px-2 text-left hover:bg-hover aria-pressed:bg-accent-soft aria-pressed:text-accent-text"
            >
              <span>{zone.replaceAll('_', ' ')}</span>
              <span className="num text-12 text-ink-3">{formatInstant(now, zone, 'time-zone')}</span>
            </button>
          </li>
        ))}
        {shown.length === 0 ? <li className="px-2 py-4 text-ink-3">No zone is called like that.</li> : null}
      </ul>
    </>
  );
}
