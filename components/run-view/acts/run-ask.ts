import type { ClearStart } from './clear-start.ts';

/** What a person is asked before something is done to the run. `change`: with other params. */
export type RunAsk =
  | { kind: 'clear'; start: ClearStart }
  | { kind: 'cancel' }
  | { kind: 'again'; change: boolean }
  | { kind: 'alone' | 'mark'; task: { task: string; index?: number } };
