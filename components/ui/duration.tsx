'use client';
import { formatDuration } from './format-duration.ts';
import { useNow } from './use-now.ts';

function Running({ from, className }: { from: number; className?: string }) {
  const ms = Math.max(0, useNow(1000) - from);
  return (
    <span className={className} suppressHydrationWarning>
      {formatDuration(Math.floor(ms / 1000) * 1000)}
    </span>
  );
}

/** How long something took, or has taken so far while `to` is null (ticks each second). Both in ms since the epoch. */
export function Duration({ from, to, className = 'num' }: { from: number; to: number | null; className?: string }) {
  if (to === null) return <Running from={from} className={className} />;
  return <span className={className}>{formatDuration(Math.max(0, to - from))}</span>;
}
