import { refuse, type Refused } from './refused.ts';

/** The refusal of an edit of something that is not there: another person, or undo, took it away. */
export const missingThing = (kind: string, id: string): Refused =>
  refuse('edit.missing', `There is no ${kind} "${id}" any more.`);
