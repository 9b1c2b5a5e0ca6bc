import type { Rect } from '../geometry/rect.ts';
import type { LiveStatusStore } from '../live/live-status-store.ts';
import type { Drawing } from '../project/drawing.ts';
import type { Frame } from '../project/frames.ts';
import type { DiffMarks } from '../project/diff-marks.ts';
import type { Laid } from '../project/lay-threads.ts';
import type { ProblemMark } from '../project/problem-mark.ts';

/** What one picture is painted from. */
export interface FarScene {
  drawing: Drawing;
  laid: ReadonlyMap<string, Laid>;
  frames: readonly Frame[];
  notes: readonly { id: string; text: string; rect: Rect }[];
  live: LiveStatusStore | null;
  selected: ReadonlySet<string>;
  problems: ReadonlyMap<string, ProblemMark>;
  matched: ReadonlySet<string> | null;
  diff: DiffMarks | null;
}
