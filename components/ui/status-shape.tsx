import type { ReactNode } from 'react';
import type { GlyphStatus } from './status-word.ts';

const round = { strokeLinecap: 'round', strokeLinejoin: 'round' } as const;
const solid = { fill: 'currentColor', stroke: 'none' } as const;
const onIt = { stroke: 'var(--on-status)', ...round };
const arrowHead = <path d="M13.9 2.1v3.6h-3.6z" {...solid} />;

/** What is drawn inside a 16 × 16 svg whose colour is the status (stroke 1.5, no fill). */
export const statusShape: Record<GlyphStatus, ReactNode> = {
  none: <circle cx="8" cy="8" r="5.25" strokeDasharray="1.5 2.62" />,
  scheduled: (
    <>
      <rect x="2.75" y="3.25" width="10.5" height="10" rx="2" />
      <path d="M2.75 6.5h10.5" />
      <circle cx="8" cy="9.9" r="1.4" {...solid} />
    </>
  ),
  queued: (
    <>
      <circle cx="8" cy="8" r="5.25" />
      <path d="M8 5v3.2l2.1 1.4" {...round} />
    </>
  ),
  running: (
    <>
      <circle cx="8" cy="8" r="5.5" strokeWidth="2" opacity=".28" />
      <path d="M8 2.5A5.5 5.5 0 0 1 13.5 8" strokeWidth="2" {...round} />
      <circle cx="8" cy="8" r="1.75" {...solid} />
    </>
  ),
  success: (
    <>
      <circle cx="8" cy="8" r="6.25" {...solid} />
      <path d="m5.2 8.2 1.9 1.9 3.7-4" strokeWidth="1.6" {...onIt} />
    </>
  ),
  failed: (
    <>
      <path d="M5.3 1.6h5.4l3.7 3.7v5.4l-3.7 3.7H5.3l-3.7-3.7V5.3z" {...solid} />
      <path d="m5.8 5.8 4.4 4.4m0-4.4-4.4 4.4" strokeWidth="1.7" {...onIt} />
    </>
  ),
  up_for_retry: (
    <>
      <path d="M13.2 8A5.2 5.2 0 1 1 11.4 4.05" strokeWidth="1.6" {...round} />
      {arrowHead}
    </>
  ),
  up_for_reschedule: (
    <>
      <path d="M13.2 8A5.2 5.2 0 1 1 11.4 4.05" strokeWidth="1.6" strokeDasharray="3 2" {...round} />
      {arrowHead}
      <path d="M8 5.6V8l1.6 1" strokeWidth="1.4" {...round} />
    </>
  ),
  upstream_failed: (
    <>
      <path d="M8 1.5 14.5 8 8 14.5 1.5 8z" strokeLinejoin="round" />
      <path d="m6.3 6.3 3.4 3.4m0-3.4L6.3 9.7" {...round} />
    </>
  ),
  skipped: (
    <>
      <path d="M2.3 10.2a5.8 5.8 0 0 1 10.5-1.6" strokeWidth="1.6" {...round} />
      <path d="M14.2 6.1v4.1h-4.1z" {...solid} />
      <circle cx="7.4" cy="11.8" r="1.7" {...solid} />
    </>
  ),
  deferred: <path d="M13.6 10.1A6 6 0 1 1 6 2.4a4.9 4.9 0 0 0 7.6 7.7z" {...solid} />,
  awaiting_input: (
    <path
      d="M5.2 8.2V4.1a.95.95 0 0 1 1.9 0V3a.95.95 0 0 1 1.9 0v.8a.95.95 0 0 1 1.9 0v1.3a.95.95 0 0 1 1.9 0v4.2a4.7 4.7 0 0 1-4.7 4.7c-1.6 0-2.6-.6-3.5-1.7L2.5 9.8c-.7-1 .6-2 1.4-1.2z"
      strokeWidth="1.4"
      strokeLinejoin="round"
    />
  ),
  cancelled: (
    <>
      <circle cx="8" cy="8" r="5.5" strokeWidth="1.6" />
      <path d="m4.3 4.3 7.4 7.4" strokeWidth="1.6" />
    </>
  ),
  removed: (
    <>
      <rect x="2.75" y="2.75" width="10.5" height="10.5" rx="2" strokeDasharray="2.2 2" />
      <path d="M5.5 8h5" {...round} />
    </>
  ),
  restarting: (
    <>
      <path d="M2.8 7.2a5.3 5.3 0 0 1 9-2.9m1.4 4.5a5.3 5.3 0 0 1-9 2.9" strokeWidth="1.6" {...round} />
      <path d="M13 1.9v3.6H9.4zM3 14.1v-3.6h3.6z" {...solid} />
    </>
  ),
  paused: <path d="M5.5 3.5v9m5-9v9" strokeWidth="2.4" {...round} />,
};
