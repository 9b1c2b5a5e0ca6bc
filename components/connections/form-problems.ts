import { errorReason } from '#components/data/error-reason.ts';
import type { FormProblem } from '#components/forms/form-context.ts';

/** What the server said about single fields, for the form; empty when it said nothing of that kind. */
export function formProblems(error: unknown): FormProblem[] {
  const details = errorReason(error)?.details;
  if (typeof details !== 'object' || details === null || !('problems' in details) || !Array.isArray(details.problems)) return [];
  return details.problems.flatMap((problem: unknown) => {
    if (typeof problem !== 'object' || problem === null) return [];
    const { pointer, message } = problem as { pointer?: unknown; message?: unknown };
    return typeof pointer === 'string' && typeof message === 'string' ? [{ pointer, level: 'error' as const, message }] : [];
  });
}
