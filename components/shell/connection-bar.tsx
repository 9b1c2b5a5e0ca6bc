'use client';
import { useEffect, useState } from 'react';
import { useFeedState } from '#components/data/use-feed-state.ts';
import { ProblemGlyph } from '#components/ui/problem-glyph.tsx';
import { Time } from '#components/ui/time.tsx';

/** Says when the pages no longer hear from the server, and since when. Nothing is said while all is well. */
export function ConnectionBar() {
  const state = useFeedState();
  const away = state === 'lost' || state === 'signed-out';
  const [since, setSince] = useState<number | null>(null);
  useEffect(() => setSince((before) => (away ? (before ?? Date.now()) : null)), [away]);
  return (
    <div role="status" className="fixed inset-x-0 bottom-0 z-[65] flex justify-center empty:hidden">
      {away && since !== null ? (
        <p className="pop mb-2 flex max-w-[calc(100vw-32px)] items-center gap-2 px-3 py-2 text-13">
          <ProblemGlyph level="warning" hidden />
          {state === 'signed-out' ? (
            <span>
              Your session has ended.{' '}
              <a className="link" href={`/sign-in?from=${encodeURIComponent(location.pathname + location.search)}`}>
                Sign in again
              </a>
            </span>
          ) : (
            <span>
              Not connected since <Time at={since} parts="seconds-zone" />. What you see is from then.
            </span>
          )}
        </p>
      ) : null}
    </div>
  );
}
