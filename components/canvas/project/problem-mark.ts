import type { Drawing } from './drawing.ts';

/** What is wrong with one box. */
export interface ProblemMark {
  /** The worst there is. */
  level: 'error' | 'warning';
  /** Said aloud: `2 errors: Query is required …`. */
  text: string;
  /** Each as a sentence, the worst first. */
  lines: readonly { level: 'error' | 'warning'; text: string }[];
}

/** The same marks, and on the box of a collapsed group those of the tasks inside it. */
export function withGroupProblems(
  problems: ReadonlyMap<string, ProblemMark>,
  drawing: Drawing,
): ReadonlyMap<string, ProblemMark> {
  if (problems.size === 0) return problems;
  let all: Map<string, ProblemMark> | null = null;
  for (const { id, members } of drawing.boxes.values()) {
    const inside = members.flatMap((member) => problems.get(member) ?? []);
    if (inside.length === 0) continue;
    const level = inside.some((mark) => mark.level === 'error') ? 'error' : 'warning';
    const lines = inside.flatMap((mark) => mark.lines).sort((a, b) => a.level.localeCompare(b.level));
    all ??= new Map(problems);
    all.set(id, { level, lines, text: `${inside.length} task${inside.length === 1 ? '' : 's'} inside with problems` });
  }
  return all ?? problems;
}
