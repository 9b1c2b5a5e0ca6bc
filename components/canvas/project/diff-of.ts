import type { DiffMark, DiffMarks } from './diff-marks.ts';
import type { Box } from './drawing.ts';

/** How a box differs; that of a collapsed group is changed, when anything inside differs. */
export function diffOf(box: Box, diff: DiffMarks | null): DiffMark | null {
  if (diff === null) return null;
  return box.task === null ? (box.members.some((id) => diff.tasks.has(id)) ? 'changed' : null) : (diff.tasks.get(box.id) ?? null);
}
