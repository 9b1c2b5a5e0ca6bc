'use client';
import { Dialog as Base } from '@base-ui/react/dialog';
import { Search } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react';
import { cx } from './cx.ts';

export interface PickerItem {
  id: string;
  title: string;
  note?: string;
  icon?: ReactNode;
  /** Further words it is found by. */
  words?: string;
  /** Why it cannot be taken. */
  impossible?: string;
}

/** A question with a list of answers beside the pointer: type to narrow it, Enter takes the first, Escape leaves. */
export function ListPicker(props: {
  title: string;
  items: readonly PickerItem[];
  /** px of the page; missing: the middle. */
  at?: { x: number; y: number } | undefined;
  onPick: (id: string) => void;
  onClose: () => void;
}) {
  const { items, at } = props;
  const id = useId();
  const [search, setSearch] = useState('');
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => rank(items, search), [items, search]);
  const here = Math.min(active, Math.max(0, shown.length - 1));
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [here, shown]);
  const pick = (item: PickerItem | undefined): void => {
    if (item === undefined || item.impossible !== undefined) return;
    props.onPick(item.id);
  };
  const width = 280;
  const left = at === undefined ? undefined : Math.max(8, Math.min(at.x, innerWidth - width - 8));
  const top = at === undefined ? undefined : Math.max(8, Math.min(at.y, innerHeight - 360));
  return (
    <Base.Root open onOpenChange={(open) => !open && props.onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40" />
        <Base.Popup
          style={at === undefined ? { left: '50%', top: '18vh', marginLeft: -width / 2, width } : { left, top, width }}
          className="pop fixed z-50 flex max-h-[352px] flex-col overflow-hidden"
        >
          <Base.Title className="px-3 pt-2 text-12 font-strong">{props.title}</Base.Title>
          <label className="flex h-9 shrink-0 items-center gap-2 border-b border-line px-3">
            <Search className="size-3.5 text-ink-3" strokeWidth={1.75} aria-hidden />
            <input
              autoFocus
              role="combobox"
              aria-expanded
              aria-label={props.title}
              aria-controls={`${id}-list`}
              aria-activedescendant={shown[here] === undefined ? undefined : `${id}-${here}`}
              placeholder="Type to find"
              value={search}
              onChange={(event) => {
                setSearch(event.target.value);
                setActive(0);
              }}
              onKeyDown={(event) => {
                if (event.key === 'ArrowDown') setActive((here + 1) % Math.max(1, shown.length));
                else if (event.key === 'ArrowUp') setActive((here - 1 + shown.length) % Math.max(1, shown.length));
                else if (event.key === 'Enter') pick(shown[here]);
                else return;
                event.preventDefault();
              }}
              className="min-w-0 flex-1 bg-transparent text-13 outline-0"
            />
          </label>
          <div ref={list} id={`${id}-list`} role="listbox" aria-label={props.title} className="scroll min-h-0 p-1">
            {shown.map((item, i) => (
              <div
                key={item.id}
                id={`${id}-${i}`}
                role="option"
                aria-selected={i === here}
                aria-disabled={item.impossible !== undefined || undefined}
                onPointerMove={() => setActive(i)}
                onClick={() => pick(item)}
                className={cx(
                  'flex min-h-9 items-center gap-2.5 rounded-chip px-2 py-1 text-13',
                  i === here && 'bg-hover',
                  item.impossible !== undefined && 'cursor-default text-ink-3',
                )}
              >
                <span className="grid w-4 shrink-0 place-items-center text-ink-2">{item.icon}</span>
                <span className="min-w-0">
                  <span className="block truncate">{item.title}</span>
                  {item.impossible !== undefined || (i === here && item.note !== undefined) ? (
                    <span className="block truncate text-11 text-ink-3">{item.impossible ?? item.note}</span>
                  ) : null}
                </span>
              </div>
            ))}
            {shown.length === 0 ? <p className="px-2 py-4 text-center text-12 text-ink-3">Nothing matches {search}.</p> : null}
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

function rank(items: readonly PickerItem[], search: string): PickerItem[] {
  const words = search.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const scored = items.flatMap((item) => {
    const title = item.title.toLowerCase();
    const all = `${title} ${item.words ?? ''} ${item.note ?? ''}`.toLowerCase();
    if (!words.every((word) => all.includes(word))) return [];
    const first = words[0] ?? '';
    return [
      { item, score: (item.impossible === undefined ? 0 : 10) + (title.startsWith(first) ? 0 : title.includes(first) ? 1 : 2) },
    ];
  });
  return scored.sort((a, b) => a.score - b.score).map(({ item }) => item);
}
