import type { Problem } from '#domain/definition/problem.ts';

/** Exit codes of every command: 0 good, 1 problems or the run failed, 2 wrong use, 3 cancelled. */
export const exitCodes = { good: 0, problems: 1, wrongUse: 2, cancelled: 3 } as const;

/** Ends a command with a code, a dotted error code and a sentence on stderr. */
export class Exit extends Error {
  constructor(
    readonly exitCode: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** One problem as a line: `error edge.cycle /edges/3 (load): The edge …`. */
export function problemLine(problem: Problem): string {
  const task = problem.task ? ` (${problem.task})` : '';
  return `${problem.level} ${problem.code} ${problem.pointer || '/'}${task}: ${problem.message}`;
}
