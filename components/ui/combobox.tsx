'use client';
import { Combobox as Base } from '@base-ui/react/combobox';
import { Check, ChevronDown } from 'lucide-react';
import { cx } from './cx.ts';
import type { SelectOption } from './select.tsx';

/** One of many choices, found by typing: a button that opens the list below a search box. For up to some ten choices use Select. */
export function Combobox<T extends string>(props: {
  label: string;
  value: T;
  options: readonly SelectOption<T>[];
  onChange: (value: T) => void;
  /** In the search box: `Find a workflow`. */
  placeholder: string;
  className?: string;
}) {
  const chosen = props.options.find(({ value }) => value === props.value) ?? null;
  return (
    <Base.Root
      items={props.options}
      value={chosen}
      autoHighlight
      isItemEqualToValue={(a, b) => a.value === b.value}
      // Found by its name and by its note (a folder, an id).
      filter={(option, query) => {
        const text = `${option.label} ${option.note ?? ''} ${option.value}`.toLowerCase();
        return query
          .toLowerCase()
          .split(/\s+/)
          .every((word) => text.includes(word));
      }}
      onValueChange={(next) => {
        if (next !== null) props.onChange(next.value);
      }}
    >
      <Base.Trigger
        aria-label={props.label}
        className={cx(
          'flex h-7 w-full items-center justify-between gap-1.5 rounded-control border border-line-2 bg-surface px-2 text-left text-12 data-popup-open:border-accent max-sm:h-9',
          props.className,
        )}
      >
        <span className="truncate">{chosen?.label ?? props.value}</span>
        <Base.Icon className="text-ink-3">
          <ChevronDown className="size-4" strokeWidth={1.75} />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner align="start" sideOffset={4} className="z-50">
          <Base.Popup
            aria-label={props.label}
            className="pop flex max-h-[min(var(--available-height),380px)] w-72 max-w-(--available-width) flex-col overflow-hidden"
          >
            <Base.Input
              aria-label={props.placeholder}
              placeholder={props.placeholder}
              className="h-9 shrink-0 border-b border-line bg-transparent px-3 text-13 outline-0 max-sm:text-16"
            />
            <Base.Empty className="px-3 py-4 text-center text-12 text-ink-3 empty:hidden">
              Nothing is called like that.
            </Base.Empty>
            <Base.List className="scroll min-h-0 p-1 empty:p-0">
              {(option: SelectOption<T>) => (
                <Base.Item
                  key={option.value}
                  value={option}
                  className="flex min-h-7 items-center gap-2 rounded-chip px-2 text-13 outline-0 data-highlighted:bg-hover max-sm:min-h-11 [&_svg]:size-3.5"
                >
                  <span className="w-3.5 shrink-0 text-accent-text">
                    <Base.ItemIndicator>
                      <Check strokeWidth={2} />
                    </Base.ItemIndicator>
                  </span>
                  {option.icon}
                  <span className="min-w-0 truncate">{option.label}</span>
                  {option.note ? <span className="ml-auto max-w-28 truncate pl-4 text-12 text-ink-3">{option.note}</span> : null}
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
