import type { ActiveRun } from './active-run.ts';
import type { OpenAttempt } from './open-attempt.ts';

/** What a host does once the turn that decided it is stored. */
export type HostEffect =
  | { type: 'perform'; run: ActiveRun; open: OpenAttempt }
  | { type: 'stop'; attemptId: string; why: 'cancelled' | 'timeout' | 'fail-fast' | 'restarting' }
  | { type: 'forget'; attemptId: string }
  /** `fire` decides, in a later turn; the machine refuses what is superseded. By a duration, or by an instant of the wall clock. */
  | { type: 'setTimer'; key: string; atMs: number; by: 'duration' | 'instant'; fire: () => void }
  | { type: 'clearTimer'; key: string }
  /** A child run has ended: what waits for it goes on. */
  | { type: 'childEnded'; run: ActiveRun }
  | { type: 'askPast'; run: ActiveRun; task: string };
