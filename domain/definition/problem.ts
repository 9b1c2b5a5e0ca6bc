import type { Edit } from './edit/edit.ts';

/** A validation finding. An error stops publishing and running; a warning is design lint; an info is a remark. */
export interface Problem {
  /** Dotted, stable, listed in docs/errors.md: `edge.cycle`. Tests assert codes, never messages. */
  code: string;
  level: 'error' | 'warning' | 'info';
  /** JSON pointer into the definition, `''` for the whole. */
  pointer: string;
  /** The task it belongs to, when there is one. */
  task?: string;
  /** One sentence: what is wrong, and what to do. */
  message: string;
  /** What would mend it at a click: the words of the button, and the edits to apply in order (domain/definition/edit). */
  fix?: { label: string; edits: Edit[] };
}
