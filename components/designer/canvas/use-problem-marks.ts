import { useMemo } from 'react';
import type { Problem } from '#domain/definition/problem.ts';
import { useDesigner } from '../session/use-designer.ts';

type Marks = ReadonlyMap<string, { level: 'error' | 'warning'; text: string }>;

/** The worst problem of each task, with how many there are. Remarks are none. */
export function useProblemMarks(): Marks {
  const problems = useDesigner((s) => s.problems);
  return useMemo(() => marksOf(problems), [problems]);
}

function marksOf(problems: readonly Problem[]): Marks {
  const counts = new Map<string, { errors: number; warnings: number }>();
  for (const { task, level } of problems) {
    if (task === undefined || level === 'info') continue;
    const count = counts.get(task) ?? { errors: 0, warnings: 0 };
    if (level === 'error') count.errors++;
    else count.warnings++;
    counts.set(task, count);
  }
  const words = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;
  return new Map(
    [...counts].map(([task, { errors, warnings }]) => [
      task,
      errors > 0
        ? { level: 'error' as const, text: words(errors, 'error') }
        : { level: 'warning' as const, text: words(warnings, 'warning') },
    ]),
  );
}
