import type { ReactNode } from 'react';
import { Mark } from '#components/ui/mark.tsx';

/** The two pages before anybody is signed in: the mark, a title, one form, on the canvas ground. */
export function EntryFrame(props: { title: string; lead: ReactNode; children: ReactNode; foot?: ReactNode }) {
  return (
    <main className="warp-ground grid min-h-dvh place-items-center px-4 py-10">
      <div className="w-full max-w-[400px]">
        <div className="mb-4 flex items-center gap-2 px-1 text-14 font-strong tracking-[-.01em]">
          <Mark size={24} />
          <span>Drawloom</span>
        </div>
        <section aria-labelledby="entry-title" className="rounded-panel border border-line bg-surface p-6">
          <h1 id="entry-title" className="text-20 font-strong tracking-[-.012em]">
            {props.title}
          </h1>
          <p className="mt-1 mb-5 text-13 text-ink-2">{props.lead}</p>
          {props.children}
        </section>
        {props.foot ? <p className="mt-3 px-1 text-12 text-ink-3">{props.foot}</p> : null}
      </div>
    </main>
  );
}
