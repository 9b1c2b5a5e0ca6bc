import { use } from 'react';
import { pointer } from '#domain/definition/pointer.ts';
import { FormContext, type FormShared } from '../form-context.ts';
import type { FormField } from '../form-field.ts';

/** What a field needs of its form: the sentence about it and how grave it is, the form itself. The gravest problem speaks. */
export function useField(
  field: FormField,
  deep = false,
): { error: string | null; level: 'error' | 'warning'; shared: FormShared } {
  const shared = use(FormContext);
  if (shared === null) throw new Error('A field needs a SchemaForm around it.');
  const here = pointer(field.path);
  const found = shared.problems.filter(
    (problem) => problem.level !== 'info' && (problem.pointer === here || (deep && problem.pointer.startsWith(`${here}/`))),
  );
  const gravest = found.find(({ level }) => level === 'error') ?? found[0];
  return { error: gravest?.message ?? null, level: gravest?.level === 'warning' ? 'warning' : 'error', shared };
}
