import { use } from 'react';
import { pointer } from '#domain/definition/pointer.ts';
import { FormContext, type FormShared } from '../form-context.ts';
import type { FormField } from '../form-field.ts';

/** What a field needs of its form: the sentence about it, whether it may be changed, the form itself. */
export function useField(field: FormField, deep = false): { error: string | null; shared: FormShared } {
  const shared = use(FormContext);
  if (shared === null) throw new Error('A field needs a SchemaForm around it.');
  const here = pointer(field.path);
  const found = shared.problems.find(
    (problem) => problem.level !== 'info' && (problem.pointer === here || (deep && problem.pointer.startsWith(`${here}/`))),
  );
  return { error: found?.message ?? null, shared };
}
