import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '#components/ui/cx.ts';
import { ProblemGlyph } from '#components/ui/problem-glyph.tsx';
import type { ConnectionTestItem } from './connection-item.ts';

/** How trying a connection went, in a sentence, read aloud when it comes. */
export function TestResult(props: { test: ConnectionTestItem | null; busy?: boolean; className?: string; children?: ReactNode }) {
  const { test } = props;
  return (
    <p role="status" className={cx('flex min-w-0 items-start gap-1.5 text-12', props.className)}>
      {props.busy ? (
        <span className="text-ink-3">Connecting…</span>
      ) : test === null ? (
        props.children
      ) : test.ok ? (
        <>
          <Check className="mt-px size-3.5 shrink-0 text-st-success-text" strokeWidth={2} aria-hidden />
          <span className="min-w-0 text-ink-2">{test.message}</span>
        </>
      ) : (
        <>
          <ProblemGlyph level="error" size={14} className="mt-px" hidden />
          <span className="min-w-0 text-st-failed-text [overflow-wrap:anywhere]">{test.message}</span>
        </>
      )}
    </p>
  );
}
