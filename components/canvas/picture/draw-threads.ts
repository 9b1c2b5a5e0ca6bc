import type { FarScene } from '../far/far-scene.ts';
import type { FarPalette } from '../far/palette.ts';
import { ridePoint, threadPath, tipPath } from '../edges/thread-path.ts';
import { edgeKey } from '../geometry/edge-key.ts';
import type { Pen } from './pen.ts';

/** The arrow ends at the rim of the port. */
const rim = 5;

/** Draws the threads between the boxes of a picture, with what rides on them. */
export function drawThreads(pen: Pen, scene: FarScene, palette: FarPalette, shown: ReadonlySet<string>): void {
  const { drawing, laid, live, matched } = scene;
  for (const edge of drawing.edges) {
    const key = edgeKey(edge);
    const thread = laid.get(key);
    if (thread === undefined || !shown.has(edge.from) || !shown.has(edge.to)) continue;
    const told = live?.edge(key) ?? null;
    const opacity = matched !== null && !(matched.has(edge.from) && matched.has(edge.to)) ? 0.35 : 1;
    const state = told?.state ?? null;
    const stroke =
      state === 'taken' ? palette.text2 : state === 'upstream-failed' ? palette.status('upstream_failed').line : palette.edge;
    const dash = state === 'not-taken' ? [2, 5] : state === 'upstream-failed' ? [7, 4] : [];
    pen.path(threadPath(thread.points, thread.gaps, rim + 5), { stroke, width: state === 'taken' ? 2 : 1.5, dash, opacity });
    pen.path(
      tipPath(thread.points, rim),
      state === 'not-taken' ? { fill: palette.canvas, stroke, width: 1.2, opacity } : { fill: stroke, opacity },
    );
    const stands = drawing.merged.get(key)?.length ?? 1;
    const words = told?.count ?? (stands > 1 ? `${stands} edges` : edge.label);
    if (words === undefined) continue;
    const at = ridePoint(thread.points, thread.gaps, words);
    pen.text(words, at.x, at.y, {
      size: 10.5,
      weight: 400,
      fill: palette.text2,
      family: palette.mono,
      middle: true,
      halo: palette.canvas,
      opacity,
    });
  }
}
