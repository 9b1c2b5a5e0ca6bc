import { boxStatus } from '../live/box-status.ts';
import { diffOf } from '../project/diff-of.ts';
import type { Box } from '../project/drawing.ts';
import type { FarScene } from './far-scene.ts';
import type { FarPalette } from './palette.ts';

/** How a painted box looks. Boxes with the same `key` look alike and are painted as one path. */
export interface BoxLook {
  key: string;
  status: ReturnType<typeof statusOf>;
  fill: string;
  stroke: string;
  dashed: boolean;
  faint: boolean;
}

/** The look of a box: its status, else its problem, by colour. `named`: its name stands on it, so only a failure tints it. */
export function boxLook(scene: FarScene, palette: FarPalette, box: Box, named: boolean): BoxLook {
  const status = statusOf(scene, box);
  const colour = status === null || status === 'none' ? null : palette.status(status);
  const problem = scene.problems.get(box.id)?.level ?? null;
  const diff = diffOf(box, scene.diff);
  const fill = colour === null || (named && status !== 'failed') ? palette.surface : colour.soft;
  const stroke =
    colour !== null
      ? colour.line
      : diff !== null
        ? { added: palette.status('success').line, removed: palette.failed, changed: palette.accent }[diff]
        : problem === 'error'
          ? palette.failed
          : problem === 'warning'
            ? palette.warning
            : status === 'none'
              ? palette.line
              : palette.control;
  const dashed = status === 'skipped' || status === 'upstream_failed' || diff === 'removed' || (box.task?.disabled ?? false);
  const faint = scene.matched !== null && !scene.matched.has(box.id);
  const marks =
    (dashed ? 1 : 0) +
    (faint ? 2 : 0) +
    (problem === 'error' ? 4 : problem === 'warning' ? 8 : 0) +
    (diff === null ? 0 : { added: 16, removed: 32, changed: 48 }[diff]);
  // Made of parts only where it must be: it is asked for each box of each frame.
  const key = marks === 0 ? (status ?? '') : `${status ?? ''} ${marks}`;
  return { key, status, fill, stroke, dashed, faint };
}

/** Null: no run is shown, or the run has no such task. */
function statusOf({ live }: FarScene, box: Box) {
  return live === null ? null : boxStatus(live, live.task(box.id));
}
