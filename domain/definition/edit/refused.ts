import type { Workflow } from '../schema/workflow.ts';

/** Why an edit was not made. Nothing is changed then. */
export interface Refused {
  /** Dotted code, such as `edge.cycle`. */
  refused: string;
  /** A sentence, which the canvas shows. */
  message: string;
}
/** The changed workflow, which shares whatever did not change; the same object when the edit changes nothing. */
export type EditResult = Workflow | Refused;

/** An edit that is not made. */
export const refuse = (refused: string, message: string): Refused => ({ refused, message });
/** Whether an edit was refused. */
export const isRefused = (result: EditResult): result is Refused => 'refused' in result;
