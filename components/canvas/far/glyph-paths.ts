import type { TaskRunStatus } from '#domain/run/status.ts';

/** Silhouettes for the 2-D canvas on a grid of 16 (the same as in ui/status-shape): what is filled, what is drawn, what is drawn on it. */
interface GlyphPath {
  fill?: string;
  stroke?: string;
  on?: string;
}
const ring = 'M2.75 8a5.25 5.25 0 1 0 10.5 0a5.25 5.25 0 1 0 -10.5 0';
const turned = 'M13.2 8A5.2 5.2 0 1 1 11.4 4.05';
const head = 'M13.9 2.1v3.6h-3.6z';

export const glyphPaths: Record<TaskRunStatus, GlyphPath> = {
  none: {},
  scheduled: { stroke: 'M2.75 3.25h10.5v10h-10.5zM2.75 6.5h10.5' },
  queued: { stroke: `${ring}M8 5v3.2l2.1 1.4` },
  running: { stroke: 'M8 2.5A5.5 5.5 0 1 1 2.5 8', fill: 'M6.25 8a1.75 1.75 0 1 0 3.5 0a1.75 1.75 0 1 0 -3.5 0' },
  success: { fill: 'M1.75 8a6.25 6.25 0 1 0 12.5 0a6.25 6.25 0 1 0 -12.5 0', on: 'm5.2 8.2 1.9 1.9 3.7-4' },
  failed: { fill: 'M5.3 1.6h5.4l3.7 3.7v5.4l-3.7 3.7H5.3l-3.7-3.7V5.3z', on: 'm5.8 5.8 4.4 4.4m0-4.4-4.4 4.4' },
  skipped: {
    stroke: 'M2.3 10.2a5.8 5.8 0 0 1 10.5-1.6',
    fill: 'M14.2 6.1v4.1h-4.1zM5.7 11.8a1.7 1.7 0 1 0 3.4 0a1.7 1.7 0 1 0 -3.4 0',
  },
  up_for_retry: { stroke: turned, fill: head },
  up_for_reschedule: { stroke: `${turned}M8 5.6V8l1.6 1`, fill: head },
  deferred: { fill: 'M13.6 10.1A6 6 0 1 1 6 2.4a4.9 4.9 0 0 0 7.6 7.7z' },
  awaiting_input: {
    stroke:
      'M5.2 8.2V4.1a.95.95 0 0 1 1.9 0V3a.95.95 0 0 1 1.9 0v.8a.95.95 0 0 1 1.9 0v1.3a.95.95 0 0 1 1.9 0v4.2a4.7 4.7 0 0 1-4.7 4.7c-1.6 0-2.6-.6-3.5-1.7L2.5 9.8c-.7-1 .6-2 1.4-1.2z',
  },
  upstream_failed: { stroke: 'M8 1.5 14.5 8 8 14.5 1.5 8zM6.3 6.3l3.4 3.4M9.7 6.3L6.3 9.7' },
  removed: { stroke: 'M2.75 2.75h10.5v10.5h-10.5zM5.5 8h5' },
  restarting: { stroke: 'M2.8 7.2a5.3 5.3 0 0 1 9-2.9M13.2 8.8a5.3 5.3 0 0 1-9 2.9' },
  cancelled: { stroke: `${ring}m2.05 -3.7l6.4 7.4` },
};
