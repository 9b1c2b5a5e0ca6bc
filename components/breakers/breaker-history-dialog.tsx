'use client';
import Link from 'next/link';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Time } from '#components/ui/time.tsx';
import type { BreakerItem } from './breaker-item.ts';
import { BreakerState } from './breaker-state.tsx';
import { whyWords } from './why-words.ts';

/** What happened to a circuit breaker, the newest first. */
export function BreakerHistoryDialog({ breaker, onClose }: { breaker: BreakerItem; onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={`Circuit of ${breaker.name}`}
      description="Each change with its reason; the newest 50 are kept."
      width={560}
      footer={<Button onClick={onClose}>Close</Button>}
    >
      {breaker.history.length === 0 ? (
        <p className="text-13 text-ink-2">Nothing has happened to it: its circuit was never open.</p>
      ) : (
        <ol className="rounded-control border border-line" aria-label="Changes">
          {breaker.history.map((change, n) => (
            <li
              key={`${change.at} ${n}`}
              className="grid grid-cols-[96px_minmax(0,1fr)_auto] items-baseline gap-3 border-b border-line px-3 py-2 text-12 last:border-0 max-sm:grid-cols-1 max-sm:gap-1"
            >
              <BreakerState state={change.to} />
              <span className="text-13">
                {whyWords(change)}{' '}
                {change.run === undefined ? null : (
                  <Link href={`/runs/${encodeURIComponent(change.run)}`} className="link">
                    See the run
                  </Link>
                )}
              </span>
              <Time at={change.at} parts="day-time" className="text-ink-3" />
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  );
}
