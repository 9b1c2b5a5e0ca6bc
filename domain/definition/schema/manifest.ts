import type { Json, JsonObject } from './json.ts';

/** Which widget draws a config field, and its words. Paths are dotted (`headers.accept`); `*` stands for any index. */
export interface FieldHint {
  widget?:
    | 'text'
    | 'textarea'
    | 'code'
    | 'number'
    | 'switch'
    | 'segments'
    | 'select'
    | 'key-value'
    | 'list'
    | 'condition'
    | 'duration'
    | 'file'
    | 'connection'
    /** Picked by name among the workflows there are; the value is the id. */
    | 'workflow'
    /** Values for the params of the workflow that the field `of` names. */
    | 'workflow-params'
    /** A JSON Schema of an object, built field by field. */
    | 'schema'
    /** Typed and never shown again. */
    | 'secret';
  /** Language of a code field. */
  language?: 'sql' | 'python' | 'javascript' | 'shell' | 'json' | 'cel';
  label?: string;
  placeholder?: string;
  help?: string;
  /** Shown at the right of the label, such as `s`. */
  unit?: string;
  order?: number;
  /** Of `workflow-params`: the field that names the workflow. */
  of?: string;
  /** Types of connection that a field takes: always the same, or by the value of another field. */
  accepts?: string[] | { path: string; of: Record<string, string[]> };
  /** Shown only when another field has one of these values. */
  showIf?: { path: string; in: Json[] };
}

/** Output ports: a fixed list, or one made from a list in the config plus fixed ones (a branch). */
export type Ports = string[] | { fromConfig: string; each: string; optional?: string };

/** An operator as data: the browser draws forms from it, `validate` reads nothing else. */
export interface Manifest {
  type: string;
  version: number;
  title: string;
  group: 'Code' | 'Flow' | 'Data' | 'Sensors' | 'Your operators';
  /** Name of a lucide icon, in kebab-case. */
  icon: string;
  description: string;
  /** Template for the second line of the box, over `config`: `{{ config.database }}`. */
  summary: string;
  ports: Ports;
  /** JSON Schema (2020-12) of `Task.config`. */
  configSchema: JsonObject;
  hints: Record<string, FieldHint>;
  /** Config of a freshly added task. */
  defaults: JsonObject;
  /** Types of connection it can use. */
  credentials?: string[];
  sideEffects: 'none' | 'external';
  /** It waits for something (sensor, timer, person). */
  waits?: boolean;
}
