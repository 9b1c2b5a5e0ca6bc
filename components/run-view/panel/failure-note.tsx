'use client';
import type { TaskRunView } from '#domain/run/read.ts';
import { StatusGlyph } from '#components/ui/status-glyph.tsx';
import { statusWord } from '#components/ui/status-word.ts';

/** What went wrong, in full, over the log: the box has room for the shortest form only. */
export function FailureNote(props: {
  view: TaskRunView;
  message: string | null;
  cause: { title: string; onOpen: () => void } | null;
}) {
  const { view } = props;
  if (!['failed', 'upstream_failed', 'cancelled', 'skipped'].includes(view.status)) return null;
  const word = statusWord(view.status);
  return (
    <section aria-label="What happened" className="flex shrink-0 gap-2 border-b border-line px-4 py-2.5">
      <StatusGlyph status={view.status} hidden className="mt-0.5" />
      <p className="min-w-0 flex-1 text-13 [overflow-wrap:anywhere]">
        <b>{word.charAt(0).toUpperCase() + word.slice(1)}</b>
        {props.message ? <span className="text-ink-2">: {props.message}</span> : null}
        {props.cause ? (
          <>
            {' '}
            <button type="button" className="link" onClick={props.cause.onOpen}>
              Open {props.cause.title}
            </button>
          </>
        ) : null}
      </p>
    </section>
  );
}
