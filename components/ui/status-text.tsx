import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { statusColor } from './status-color.ts';
import { StatusGlyph } from './status-glyph.tsx';
import { statusWord, type GlyphStatus } from './status-word.ts';

/** Glyph and word of a status in its colour. `children` replaces the word: `4 min 52 s`. */
export function StatusText(props: { status: GlyphStatus; size?: number; children?: ReactNode; className?: string }) {
  return (
    <span
      className={cx('inline-flex items-center gap-1.5 align-middle whitespace-nowrap first-letter:uppercase', props.className)}
      style={{ color: statusColor(props.status, 'text') }}
    >
      <StatusGlyph status={props.status} size={props.size ?? 16} hidden={!props.children} />
      {props.children ?? <span className="first-letter:uppercase">{statusWord(props.status)}</span>}
    </span>
  );
}
