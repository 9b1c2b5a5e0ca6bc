import type { Rect } from '../geometry/rect.ts';
import type { Laid } from '../project/lay-threads.ts';

/** The thread that runs under the middle of a box, by `edgeKey`; threads of `except` do not count. */
export function edgeUnder(laid: ReadonlyMap<string, Laid>, box: Rect, except: string | null): string | null {
  const cx = box.x + box.width / 2;
  const cy = box.y + box.height / 2;
  const reachX = box.width / 4;
  const reachY = box.height / 2.5;
  let best: string | null = null;
  let least = Infinity;
  for (const [key, thread] of laid) {
    if (except !== null && (thread.from === except || thread.to === except)) continue;
    thread.points.forEach((b, i) => {
      const a = thread.points[i - 1];
      if (a === undefined) return;
      const x = Math.max(Math.min(a.x, b.x), Math.min(Math.max(a.x, b.x), cx));
      const y = Math.max(Math.min(a.y, b.y), Math.min(Math.max(a.y, b.y), cy));
      const dx = Math.abs(x - cx);
      const dy = Math.abs(y - cy);
      if (dx <= reachX && dy <= reachY && dx + dy < least) {
        least = dx + dy;
        best = key;
      }
    });
  }
  return best;
}
