import type { BreakerState as State } from '#domain/admission/breaker.ts';
import { cx } from '#components/ui/cx.ts';
import { statusColor } from '#components/ui/status-color.ts';

const looks = {
  closed: { word: 'Closed', status: 'success', lever: 'M3 8h10' },
  'half-open': { word: 'Trial runs', status: 'running', lever: 'M4.6 7.2 11 4.9' },
  open: { word: 'Open', status: 'failed', lever: 'M4.4 7 9.6 2.6' },
} as const;

/** Whether current flows, as a switch in a line and in a word: closed, lifted, or half way. */
export function BreakerState({ state, word, className }: { state: State; word?: string; className?: string }) {
  const look = looks[state];
  return (
    <span
      className={cx('inline-flex items-center gap-1.5 align-middle whitespace-nowrap', className)}
      style={{ color: statusColor(look.status, 'text') }}
    >
      <svg viewBox="0 0 16 16" width={16} height={16} fill="none" stroke="currentColor" strokeWidth={1.5} aria-hidden>
        <path d="M0 8h2M14 8h2" />
        <circle cx="3.4" cy="8" r="1.4" />
        <circle cx="12.6" cy="8" r="1.4" />
        <path d={look.lever} strokeLinecap="round" />
      </svg>
      {word ?? look.word}
    </span>
  );
}
