import { use, useState } from 'react';
import type { Json } from '#domain/definition/schema/json.ts';
import { FormContext } from './form-context.ts';

/** What was typed in one place and is not (or not only) in the document: `value` is what the document said then. */
interface Unfinished {
  value: string;
  typed: unknown;
}
/** Half-typed text of a form by the path of its field; kept by whoever shows the form, so that it outlives the form. */
export type UnfinishedTexts = Map<string, Unfinished>;

const textOf = (value: Json | undefined): string => (value === undefined ? '' : JSON.stringify(value));

/**
 * State of a field whose text may be no value yet (JSON that is not closed, a row without a name). It is there again after another tab or task was
 * looked at, unless the document says something else meanwhile. `keep` notes what was typed, with the value the document has after it.
 */
export function useUnfinished<T>(
  path: readonly (string | number)[],
  value: Json | undefined,
  initial: () => T,
): [typed: T, keep: (typed: T, value: Json | undefined) => void] {
  const kept = use(FormContext)?.unfinished ?? null;
  const key = path.join('.');
  const [typed, setTyped] = useState<T>(() => {
    const found = kept?.get(key);
    return found !== undefined && found.value === textOf(value) ? (found.typed as T) : initial();
  });
  return [
    typed,
    (next, after) => {
      kept?.set(key, { value: textOf(after), typed: next });
      setTyped(next);
    },
  ];
}
