'use client';
import { Toolbar } from '@base-ui/react/toolbar';
import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useRef, useState } from 'react';
import { cx } from './cx.ts';
import { StatusGlyph } from './status-glyph.tsx';
import { statusWord, type GlyphStatus } from './status-word.ts';

export interface Neighbour {
  id: string;
  title: string;
  /** Null: nothing is known of it. */
  status: GlyphStatus | null;
  disabled?: boolean;
}
type Side = 'upstream' | 'downstream';

/** Chips shown of one side before the rest is asked for. */
const shown = 6;

/**
 * What a task stands between: its direct upstream and downstream, each with its status; a press goes there. One stop of the Tab key,
 * arrows within; gone to by key, the focus lands on the chips of the next task, so that one can walk on.
 */
export function NeighbourChips(props: {
  upstream: readonly Neighbour[];
  downstream: readonly Neighbour[];
  onGo: (id: string) => void;
  className?: string;
}) {
  const root = useRef<HTMLDivElement>(null);
  const [all, setAll] = useState(false);
  if (props.upstream.length + props.downstream.length === 0) return null;
  const go = (id: string, side: Side, byKey: boolean) => {
    props.onGo(id);
    if (!byKey) return;
    // The panel of the next task takes the place of this one.
    const region = root.current?.closest('aside');
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const chips = region?.querySelector('[data-neighbours]');
        (chips?.querySelector<HTMLElement>(`[data-side=${side}]`) ?? chips?.querySelector<HTMLElement>('button'))?.focus();
      }),
    );
  };
  const side = (which: Side, chips: readonly Neighbour[]) =>
    chips.length === 0 ? null : (
      <Toolbar.Group aria-label={which === 'upstream' ? 'Upstream' : 'Downstream'} className="flex min-w-0 flex-wrap gap-1">
        {(all ? chips : chips.slice(0, shown)).map(({ id, title, status, disabled }) => (
          <Toolbar.Button
            key={id}
            data-side={which}
            aria-label={`${title}, ${which}${disabled === true ? ', disabled' : status === null ? '' : `, ${statusWord(status)}`}`}
            onClick={(event) => go(id, which, event.detail === 0)}
            className="flex h-6 max-w-40 items-center gap-1 rounded-chip border border-line bg-surface px-1.5 text-12 text-ink-2 hover:border-control hover:text-ink max-sm:h-9"
          >
            {which === 'upstream' ? <ArrowLeft className="size-3 shrink-0 text-ink-3" strokeWidth={1.75} aria-hidden /> : null}
            {status === null ? null : <StatusGlyph status={status} size={12} hidden still />}
            <span className={cx('truncate', disabled === true && 'text-ink-3 line-through')}>{title}</span>
            {which === 'downstream' ? <ArrowRight className="size-3 shrink-0 text-ink-3" strokeWidth={1.75} aria-hidden /> : null}
          </Toolbar.Button>
        ))}
        {all || chips.length <= shown ? null : (
          <Toolbar.Button
            aria-label={`${chips.length - shown} more ${which}`}
            onClick={() => setAll(true)}
            className="num h-6 rounded-chip px-1.5 text-12 text-ink-3 hover:bg-hover hover:text-ink max-sm:h-9"
          >
            +{chips.length - shown}
          </Toolbar.Button>
        )}
      </Toolbar.Group>
    );
  return (
    <Toolbar.Root
      ref={root}
      data-neighbours
      aria-label="Neighbours"
      className={cx('scroll flex max-h-21 shrink-0 flex-wrap gap-x-3 gap-y-1', props.className)}
    >
      {side('upstream', props.upstream)}
      {side('downstream', props.downstream)}
    </Toolbar.Root>
  );
}
