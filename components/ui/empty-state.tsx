import type { ReactNode } from 'react';
import { cx } from './cx.ts';

/** What stands where a list is empty: one sentence that says so, one that says what to do, and the button for it. */
export function EmptyState(props: { title: ReactNode; children?: ReactNode; action?: ReactNode; className?: string }) {
  return (
    <div className={cx('flex flex-col items-center gap-1 px-6 py-16 text-center', props.className)}>
      <p className="text-14 font-strong">{props.title}</p>
      {props.children ? <p className="max-w-md text-13 text-ink-2">{props.children}</p> : null}
      {props.action ? <div className="mt-3 flex items-center gap-3">{props.action}</div> : null}
    </div>
  );
}
