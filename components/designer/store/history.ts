/** A state of the document to go back to, with the name of the gesture that left it. */
export interface Step<T> {
  /** `move Load orders`: undo says what it takes back. */
  label: string;
  before: T;
}
/** What was done and what was taken back. `gesture` is the one that may still grow: typing in one field is one step. */
export interface History<T> {
  past: readonly Step<T>[];
  future: readonly Step<T>[];
  gesture: string | null;
}

const longest = 300;

export const noHistory: History<never> = { past: [], future: [], gesture: null };

/**
 * Records a change. One with the same gesture mark as the last belongs to its step. States share what did not change, so a step costs what
 * was touched.
 */
export function record<T>(history: History<T>, before: T, label: string, gesture: string | null): History<T> {
  if (gesture !== null && gesture === history.gesture && history.past.length > 0) return { ...history, future: [] };
  return { past: [...history.past, { label, before }].slice(-longest), future: [], gesture };
}

/** Ends the gesture that could still grow: the field was left, another thing was selected. */
export const settle = <T>(history: History<T>): History<T> =>
  history.gesture === null ? history : { ...history, gesture: null };

/** Goes one step back; null when there is none. */
export function undo<T>(history: History<T>, now: T): { history: History<T>; state: T; label: string } | null {
  const step = history.past[history.past.length - 1];
  if (step === undefined) return null;
  return {
    state: step.before,
    label: step.label,
    history: {
      past: history.past.slice(0, -1),
      future: [...history.future, { label: step.label, before: now }],
      gesture: null,
    },
  };
}

/** Takes back what undo did; null when there is nothing. */
export function redo<T>(history: History<T>, now: T): { history: History<T>; state: T; label: string } | null {
  const step = history.future[history.future.length - 1];
  if (step === undefined) return null;
  return {
    state: step.before,
    label: step.label,
    history: { past: [...history.past, { label: step.label, before: now }], future: history.future.slice(0, -1), gesture: null },
  };
}
