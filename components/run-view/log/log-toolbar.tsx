'use client';
import { ArrowDownToLine, Download, WrapText } from 'lucide-react';
import { IconButton } from '#components/ui/icon-button.tsx';
import { SearchField } from '#components/ui/search-field.tsx';
import { Select } from '#components/ui/select.tsx';
import type { LogSettings } from './use-log-settings.ts';

/** Search, levels, wrap, follow, download: over the log, for whichever attempt is open. */
export function LogToolbar(props: {
  settings: LogSettings;
  found: { at: number; all: number } | null;
  onStep: (step: 1 | -1) => void;
  downloadHref: string | null;
}) {
  const { settings, found } = props;
  return (
    <div className="flex shrink-0 items-center gap-1 py-2 pr-3 pl-4">
      <SearchField
        className="min-w-0 flex-1"
        label="Search the log"
        value={settings.search}
        onChange={settings.setSearch}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          props.onStep(event.shiftKey ? -1 : 1);
        }}
        after={
          found && settings.search ? (
            <span className="num text-12 whitespace-nowrap text-ink-3" role="status">
              {found.all === 0 ? 'not found' : `${found.at} of ${found.all}`}
            </span>
          ) : null
        }
      />
      <Select
        label="Levels"
        size="md"
        className="mx-1 w-auto shrink-0"
        value={settings.level}
        onChange={settings.setLevel}
        options={[
          { value: 'all', label: 'All levels' },
          { value: 'warning', label: 'Warnings and errors' },
          { value: 'error', label: 'Errors' },
        ]}
      />
      <IconButton
        label="Wrap long lines"
        pressed={settings.wrap}
        icon={<WrapText strokeWidth={1.75} />}
        onClick={() => settings.setWrap(!settings.wrap)}
      />
      <IconButton
        label="Follow the end"
        pressed={settings.follow}
        icon={<ArrowDownToLine strokeWidth={1.75} />}
        onClick={() => settings.setFollow(!settings.follow)}
      />
      <IconButton
        label="Download the log"
        icon={<Download strokeWidth={1.75} />}
        nativeButton={false}
        render={<a href={props.downloadHref ?? undefined} download />}
      />
    </div>
  );
}
