import type { Problem } from '#domain/definition/problem.ts';

/** Thrown when occurrences are asked of a trigger that `checkTrigger` finds wrong: a schedule is never silently empty. */
export class InvalidTrigger extends Error {
  constructor(readonly problems: Problem[]) {
    super(problems.map((problem) => problem.message).join(' '));
    this.name = 'InvalidTrigger';
  }
}
