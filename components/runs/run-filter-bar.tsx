'use client';
import { listedRunTypes, type ListedRunType } from '#domain/run/listed-run-types.ts';
import { Segments } from '#components/ui/segments.tsx';
import { Select } from '#components/ui/select.tsx';
import { runSegmentOptions, segmentOf, statusText, type RunSegment } from './run-filter.ts';
import type { RunFilters } from './use-run-filters.ts';
import { WhenFilter } from './when-filter.tsx';

const kindWords: Record<ListedRunType, string> = {
  manual: 'By hand',
  scheduled: 'Scheduled',
  backfill: 'Backfill',
  asset: 'By an asset',
  webhook: 'By webhook',
  child: 'By a workflow',
};

/** The filters over runs: status, when, kind, and trigger where one workflow is looked at. */
export function RunFilterBar({ filters, triggers }: { filters: RunFilters; triggers: readonly string[] }) {
  const { status, kind, trigger } = filters;
  // One that is in the address and was taken out since is shown all the same.
  const known = trigger === '' || triggers.includes(trigger) ? triggers : [...triggers, trigger];
  return (
    <>
      <div className="scroll min-w-0 shrink-0 max-sm:w-full max-sm:[scrollbar-width:none]">
        <Segments
          label="Status"
          value={segmentOf(status) ?? ('' as RunSegment)}
          onChange={(next) => filters.setStatus(statusText(next))}
          options={runSegmentOptions}
        />
      </div>
      <WhenFilter filters={filters} className="max-w-60 max-sm:flex-1" />
      <Select<ListedRunType | 'every'>
        label="Kind of run"
        size="md"
        className="w-30! max-sm:h-9! max-sm:w-auto! max-sm:flex-1"
        value={kind ?? 'every'}
        onChange={(next) => filters.setKind(next === 'every' ? '' : next)}
        options={[{ value: 'every', label: 'All kinds' }, ...listedRunTypes.map((value) => ({ value, label: kindWords[value] }))]}
      />
      {known.length === 0 ? null : (
        <Select
          label="Trigger"
          size="md"
          className="w-34! max-sm:h-9! max-sm:w-auto! max-sm:flex-1"
          value={trigger || '\n'}
          onChange={(next) => filters.setTrigger(next === '\n' ? '' : next)}
          options={[{ value: '\n', label: 'All triggers' }, ...known.map((id) => ({ value: id, label: id }))]}
        />
      )}
    </>
  );
}
