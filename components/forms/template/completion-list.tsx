import { useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { cx } from '#components/ui/cx.ts';
import type { Completion } from './use-completion.ts';

const tallest = 232;
const narrowest = 280;

/** The list under a text field (above it, when there is no room below). The focus stays in the field. */
export function CompletionList({ completion, label }: { completion: Completion; label: string }) {
  return completion.isOpen ? <List completion={completion} label={label} /> : null;
}

function List({ completion, label }: { completion: Completion; label: string }) {
  const { ref, options, active, listId } = completion;
  const close = useEffectEvent(completion.close);
  const list = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ left: number; width: number; top?: number; bottom?: number } | null>(null);
  useLayoutEffect(() => {
    const box = (ref.current?.parentElement ?? ref.current)?.getBoundingClientRect();
    if (box === undefined) return;
    const width = Math.max(narrowest, box.width);
    const left = Math.max(8, Math.min(box.left, innerWidth - width - 8));
    const below = innerHeight - box.bottom > tallest || box.bottom < innerHeight / 2;
    setPlace({ left, width, ...(below ? { top: box.bottom + 4 } : { bottom: innerHeight - box.top + 4 }) });
    // It hangs at a place of the screen: when that moves, it is gone. A long text that scrolls in its own field moves nothing.
    const leave = (event: Event): void => {
      const { target } = event;
      if (target instanceof Node && (target === ref.current || !target.contains(ref.current))) return;
      close();
    };
    window.addEventListener('scroll', leave, true);
    window.addEventListener('resize', leave);
    return () => {
      window.removeEventListener('scroll', leave, true);
      window.removeEventListener('resize', leave);
    };
  }, [ref]);
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [active, options]);
  return createPortal(
    <div
      ref={list}
      id={listId}
      role="listbox"
      aria-label={`Values for ${label}`}
      style={{ ...place, maxHeight: tallest, visibility: place === null ? 'hidden' : undefined }}
      className="pop scroll fixed z-50 p-1"
    >
      {options.map((option, i) => (
        <div
          key={option.label}
          id={`${listId}-${i}`}
          role="option"
          aria-selected={i === active}
          onPointerDown={(event) => event.preventDefault()}
          onPointerMove={() => i !== active && completion.point(i)}
          onClick={() => completion.pick(option)}
          className={cx(
            'flex min-h-6 items-baseline gap-3 rounded-chip px-2 py-1 max-sm:min-h-11 max-sm:items-center',
            i === active && 'bg-accent-soft',
          )}
        >
          <span className={cx('shrink-0 truncate font-mono text-11', i === active ? 'text-accent-text' : 'text-ink')}>
            {option.label}
          </span>
          <span className="ml-auto min-w-0 truncate text-11 text-ink-3">{option.detail}</span>
        </div>
      ))}
    </div>,
    document.body,
  );
}
