'use client';
import { Rows4, Tag, Users } from 'lucide-react';
import { useState, type RefObject } from 'react';
import { ZoneDialog } from '#components/shell/zone-dialog.tsx';
import { zonePlace } from '#components/shell/zone-words.ts';
import { formatInstant } from '#components/ui/format-instant.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import { SearchField } from '#components/ui/search-field.tsx';
import { Segments } from '#components/ui/segments.tsx';
import { useNow } from '#components/ui/use-now.ts';
import { useZone } from '#components/ui/zone.tsx';
import { cx } from '#components/ui/cx.ts';
import { FilterMenu } from './filter-menu.tsx';
import { inSegment, type Segment } from './segment.ts';
import type { WorkflowItem } from './workflow-item.ts';

/** The zone of all times on the page, and what time it is there; pressing it changes it. */
function ZoneButton() {
  const zone = useZone();
  const now = useNow(10_000);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        title="Change the zone"
        className="num truncate rounded-chip px-1 text-12 text-ink-3 hover:text-ink max-lg:hidden"
        suppressHydrationWarning
      >
        Times in {zonePlace(zone)}, now {formatInstant(now, zone, 'day-time-zone', now)}
      </button>
      <ZoneDialog open={open} onOpenChange={setOpen} />
    </>
  );
}

/** Search and ready-made filters over the list. */
export function ListToolbar(props: {
  workflows: WorkflowItem[];
  search: string;
  onSearch: (search: string) => void;
  segment: Segment;
  onSegment: (segment: Segment) => void;
  searchRef: RefObject<HTMLDivElement | null>;
  /** On a phone the search is shown only when asked for. */
  searchShown: boolean;
  dense: boolean;
  onDense: (dense: boolean) => void;
}) {
  const { workflows } = props;
  const count = (segment: Segment) => workflows.reduce((n, w) => n + (inSegment(w, segment) ? 1 : 0), 0);
  return (
    <div className="flex shrink-0 items-center gap-2 border-b border-line px-6 py-2.5 max-xl:px-4 max-sm:flex-wrap max-sm:py-2">
      <div
        ref={props.searchRef}
        className={cx(
          'w-[264px] shrink-0 max-xl:w-[216px] max-sm:order-first max-sm:w-full',
          !props.searchShown && 'max-sm:hidden',
        )}
      >
        <SearchField
          label="Name, tag, owner, operator:http"
          placeholder="Name, tag, operator:http"
          keys="/"
          value={props.search}
          onChange={props.onSearch}
        />
      </div>
      <div className="scroll min-w-0 shrink-0 max-sm:w-full max-sm:[scrollbar-width:none]">
        <Segments
          label="Show"
          value={props.segment}
          onChange={props.onSegment}
          options={[
            { value: 'all', label: 'All' },
            { value: 'on', label: 'On' },
            { value: 'running', label: 'Running', count: count('running') },
            { value: 'failing', label: 'Failing', count: count('failing') },
            { value: 'problems', label: 'With problems' },
          ]}
        />
      </div>
      <FilterMenu
        label="Tags"
        icon={<Tag strokeWidth={1.75} />}
        filter="tag"
        values={workflows.flatMap((w) => w.tags)}
        search={props.search}
        onSearch={props.onSearch}
        className="max-xl:hidden"
      />
      <FilterMenu
        label="Owner"
        icon={<Users strokeWidth={1.75} />}
        filter="owner"
        values={workflows.flatMap((w) => (w.owner ? [w.owner] : []))}
        search={props.search}
        onSearch={props.onSearch}
        className="max-xl:hidden"
      />
      <span className="flex-1" />
      <ZoneButton />
      <IconButton
        size="sm"
        className="max-sm:hidden"
        label={props.dense ? 'Roomy lines' : 'Dense lines'}
        pressed={props.dense}
        icon={<Rows4 strokeWidth={1.75} />}
        onClick={() => props.onDense(!props.dense)}
      />
    </div>
  );
}
