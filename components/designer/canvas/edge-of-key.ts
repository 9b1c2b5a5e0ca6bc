import type { EdgeRef } from '#components/canvas/gestures/canvas-gestures.ts';

/** The edge an `edgeKey` names; null when it is the id of something else. */
export function edgeOfKey(key: string): EdgeRef | null {
  const first = key.indexOf(':');
  const last = key.lastIndexOf(':');
  if (first < 1 || last <= first || key.startsWith('note:') || key.startsWith('frame:')) return null;
  return { from: key.slice(0, first), port: key.slice(first + 1, last), to: key.slice(last + 1) };
}
