'use client';
import { Dialog as Base } from '@base-ui/react/dialog';
import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { cx } from '#components/ui/cx.ts';
import { Kbd } from '#components/ui/kbd.tsx';
import type { Command } from './commands.ts';
import { rankCommands } from './rank-commands.ts';
import { setPaletteOpen, usePaletteOpen } from './palette-open.ts';
import { usePaletteCommands } from './use-palette-commands.tsx';

function PaletteList({ close }: { close: () => void }) {
  const router = useRouter();
  const id = useId();
  const [search, setSearch] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const commands = usePaletteCommands();
  const shown = useMemo(() => rankCommands(commands, search), [commands, search]);
  const active = Math.min(at, shown.length - 1);

  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [active, shown]);

  const choose = (command: Command | undefined) => {
    if (!command) return;
    close();
    if (command.href) router.push(command.href);
    else command.run?.();
  };
  return (
    <>
      <label className="flex h-12 items-center gap-2.5 border-b border-line px-4">
        <Search className="size-4 text-ink-3" strokeWidth={1.75} aria-hidden />
        <input
          autoFocus
          role="combobox"
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={shown[active] ? `${id}-${active}` : undefined}
          aria-label="Search or act"
          placeholder="Search or act"
          value={search}
          onChange={(event) => {
            setSearch(event.target.value);
            setAt(0);
          }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') setAt((active + 1) % Math.max(1, shown.length));
            else if (event.key === 'ArrowUp') setAt((active - 1 + shown.length) % Math.max(1, shown.length));
            else if (event.key === 'Enter') choose(shown[active]);
            else return;
            event.preventDefault();
          }}
          className="min-w-0 flex-1 bg-transparent text-14 outline-0"
        />
        <Kbd>Esc</Kbd>
      </label>
      <div ref={list} id={`${id}-list`} role="listbox" aria-label="Commands" className="scroll max-h-[52vh] p-1">
        {shown.map((command, i) => {
          const first = shown[i - 1]?.group !== command.group;
          return (
            <div key={command.id} role="presentation">
              {first ? (
                <div role="presentation" className="px-3 pt-2 pb-1 text-11 text-ink-3">
                  {command.group}
                </div>
              ) : null}
              <div
                id={`${id}-${i}`}
                role="option"
                aria-selected={i === active}
                onPointerMove={() => setAt(i)}
                onClick={() => choose(command)}
                className={cx(
                  'flex h-8 items-center gap-2.5 rounded-chip px-3 max-sm:h-11 [&_svg]:size-4',
                  i === active && 'bg-hover',
                )}
              >
                <span className="grid w-4 place-items-center text-ink-2">{command.icon}</span>
                <span className="truncate">{command.title}</span>
                <span className="ml-auto truncate pl-4 text-12 text-ink-3">{command.note}</span>
                {command.keys ? <Kbd>{command.keys}</Kbd> : null}
              </div>
            </div>
          );
        })}
        {shown.length === 0 ? <p className="px-3 py-6 text-center text-ink-2">Nothing matches {search}.</p> : null}
      </div>
    </>
  );
}

/** Ctrl/Cmd+K: every action of this page, every workflow, the last runs. */
export function CommandPalette() {
  const open = usePaletteOpen();
  return (
    <Base.Root open={open} onOpenChange={setPaletteOpen}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-[rgb(20_20_18/0.32)]" />
        <Base.Popup
          aria-label="Search or act"
          className="pop fixed top-[12vh] left-1/2 z-50 flex w-[min(620px,calc(100vw-24px))] -translate-x-1/2 flex-col overflow-hidden"
        >
          <PaletteList close={() => setPaletteOpen(false)} />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
