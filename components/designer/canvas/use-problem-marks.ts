import { useMemo, useRef } from 'react';
import type { Problem } from '#domain/definition/problem.ts';
import type { ProblemMark } from '#components/canvas/project/problem-mark.ts';
import { useDesigner } from '../session/use-designer.ts';

/** What is wrong with each task, for its box. Remarks are none. */
export function useProblemMarks(): ReadonlyMap<string, ProblemMark> {
  const problems = useDesigner((s) => s.problems);
  const last = useRef<{ marks: ReadonlyMap<string, ProblemMark>; text: string } | null>(null);
  return useMemo(() => {
    const marks = marksOf(problems);
    const text = JSON.stringify([...marks]);
    // Every check tells all problems anew; the same ones must not paint the drawing again.
    if (last.current?.text !== text) last.current = { marks, text };
    return last.current.marks;
  }, [problems]);
}

function marksOf(problems: readonly Problem[]): ReadonlyMap<string, ProblemMark> {
  const lines = new Map<string, { level: 'error' | 'warning'; text: string }[]>();
  for (const { task, level, message } of problems) {
    if (task === undefined || level === 'info') continue;
    const list = lines.get(task) ?? [];
    list.push({ level, text: message });
    lines.set(task, list);
  }
  return new Map(
    [...lines].map(([task, list]) => {
      const sorted = [...list].sort((a, b) => a.level.localeCompare(b.level));
      const level = sorted[0]?.level ?? 'warning';
      const many = list.filter((line) => line.level === level).length;
      return [task, { level, lines: sorted, text: `${many} ${level}${many === 1 ? '' : 's'}: ${sorted[0]?.text ?? ''}` }];
    }),
  );
}
