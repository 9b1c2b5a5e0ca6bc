import { createContext, type ComponentType } from 'react';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { UnfinishedTexts } from './use-unfinished.ts';
import type { FieldProps } from './fields/field-props.ts';
import type { Manifest } from '#domain/definition/schema/manifest.ts';

/** Names a completion offers besides the fixed ones. */
export interface CompletionScope {
  /** Tasks that come before: their outputs can be read. */
  tasks: readonly { id: string; name: string }[];
  params: readonly string[];
  /** What a template would read in the last run or try, as far as that is known: fields of outputs are completed from it. */
  values?: JsonObject | null;
  /** Whether `item` and `index` exist. */
  mapped?: boolean;
}
/** A sentence about a place of the form, by JSON pointer from its root. */
export interface FormProblem {
  pointer: string;
  level: 'error' | 'warning' | 'info';
  message: string;
}
/**
 * What a template was with known values: the text of it, in words where the values are from, and whether a task they are from was changed since.
 * Null when they are not known.
 */
export type Preview = (text: string) => { value: string; from: string; stale: boolean } | null;
/** What the fields of one form share. */
export interface FormShared {
  root: JsonObject;
  /** Of the whole form: what one field takes may hang on another. */
  value: JsonObject;
  hints: Manifest['hints'];
  problems: readonly FormProblem[];
  scope: CompletionScope;
  readOnly: boolean;
  /** Whether a field may be a template. */
  templates: boolean;
  /** Draws a field; lists and objects draw their inner fields with it. */
  View: ComponentType<FieldProps>;
  /** Null: nothing is known of any value. */
  preview: Preview | null;
  /** Where half-typed texts are kept; null: they go with the form. */
  unfinished: UnfinishedTexts | null;
}

export const FormContext = createContext<FormShared | null>(null);
