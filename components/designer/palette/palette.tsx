import { MousePointer2, Star } from 'lucide-react';
import { memo, useMemo, useState, type Ref } from 'react';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import { operatorDrag } from '#components/canvas/gestures/canvas-gestures.ts';
import { OperatorIcon } from '#components/canvas/nodes/operator-icon.tsx';
import { cx } from '#components/ui/cx.ts';
import { SearchField } from '#components/ui/search-field.tsx';
import { BrokenOperators } from './broken-operators.tsx';
import { newestVersions } from './newest-versions.ts';
import { useFavourites } from './use-favourites.ts';

const order: Manifest['group'][] = ['Code', 'Flow', 'Data', 'Sensors', 'Your operators'];

/** Every operator, by group, with a search. Drag one to the canvas, or press it to add it after the selected task. */
export const Palette = memo(function Palette(props: {
  catalog: readonly Manifest[];
  onAdd: (manifest: Manifest) => void;
  searchRef: Ref<HTMLDivElement>;
  className?: string;
}) {
  const [search, setSearch] = useState('');
  const [favourites, toggle] = useFavourites();
  const groups = useMemo(() => groupsOf(props.catalog, search, favourites), [props.catalog, search, favourites]);
  const first = groups[0]?.items[0];
  return (
    <aside
      aria-label="Palette"
      data-region
      className={cx('flex min-h-0 flex-col border-r border-line bg-surface', props.className)}
    >
      <div ref={props.searchRef} className="border-b border-line p-2">
        <SearchField
          label="Find an operator"
          placeholder="Find operator"
          keys="/"
          value={search}
          onChange={setSearch}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || first === undefined || search === '') return;
            event.preventDefault();
            props.onAdd(first);
            setSearch('');
          }}
        />
      </div>
      <div className="scroll min-h-0 flex-1 px-2 pt-1 pb-3">
        {groups.map((group) => (
          <section key={group.title} aria-label={group.title} className="mt-2 first:mt-0">
            <h2 className="flex justify-between px-1.5 pt-1.5 pb-1 text-11 font-text text-ink-3">
              {group.title}
              <span className="num">{group.items.length}</span>
            </h2>
            {group.items.map((manifest) => {
              const starred = favourites.includes(manifest.type);
              return (
                <div key={manifest.type} className="group relative">
                  <button
                    type="button"
                    draggable
                    title={manifest.description}
                    onClick={() => props.onAdd(manifest)}
                    onDragStart={(event) => {
                      event.dataTransfer.setData(operatorDrag, `${manifest.type}@${manifest.version}`);
                      event.dataTransfer.effectAllowed = 'copy';
                      // The canvas shows where the box will stand; the pointer carries only its icon there.
                      const icon = event.currentTarget.querySelector('svg');
                      if (icon !== null) event.dataTransfer.setDragImage(icon, 8, 8);
                    }}
                    className={cx(
                      'flex h-7 w-full cursor-grab! items-center gap-2 rounded-chip px-1.5 text-left hover:bg-hover [&_svg]:text-ink-2',
                      search !== '' && manifest === first && 'bg-hover',
                    )}
                  >
                    <OperatorIcon name={manifest.icon} />
                    <span className="truncate">{manifest.title}</span>
                  </button>
                  <button
                    type="button"
                    aria-label={`Favourite: ${manifest.title}`}
                    aria-pressed={starred}
                    onClick={() => toggle(manifest.type)}
                    className="absolute top-1 right-1 grid size-5 place-items-center rounded-mark text-ink-3 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 aria-pressed:opacity-100"
                  >
                    <Star className={cx('size-3.5', starred && 'fill-current')} strokeWidth={1.75} aria-hidden />
                  </button>
                </div>
              );
            })}
          </section>
        ))}
        <BrokenOperators search={search} />
        {groups.length === 0 ? <p className="px-1.5 py-4 text-12 text-ink-3">No operator matches {search}.</p> : null}
      </div>
      <p className="flex gap-2 border-t border-line px-3 py-2 text-12 text-ink-3">
        <MousePointer2 className="size-4 shrink-0" strokeWidth={1.75} aria-hidden />
        Drag, or click to add after the selected task
      </p>
    </aside>
  );
});

function groupsOf(catalog: readonly Manifest[], search: string, favourites: readonly string[]) {
  const words = search.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const found = newestVersions(catalog).filter((m) =>
    words.every((word) => `${m.title} ${m.type} ${m.group} ${m.description}`.toLowerCase().includes(word)),
  );
  const starts = (m: Manifest): number => (words.length > 0 && m.title.toLowerCase().startsWith(words[0] ?? '') ? 0 : 1);
  if (words.length > 0)
    return found.length === 0 ? [] : [{ title: 'Found', items: [...found].sort((a, b) => starts(a) - starts(b)) }];
  const groups: { title: string; items: Manifest[] }[] = [];
  const starred = found.filter((m) => favourites.includes(m.type));
  if (starred.length > 0) groups.push({ title: 'Favourites', items: starred });
  for (const title of order) {
    const items = found.filter((m) => m.group === title && !favourites.includes(m.type));
    if (items.length > 0) groups.push({ title, items });
  }
  return groups;
}
