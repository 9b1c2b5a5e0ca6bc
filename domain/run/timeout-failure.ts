import type { Failure } from './events.ts';
import type { PlannedTask } from './plan-shape.ts';

/** Why an attempt failed whose time was over. */
export const timeoutFailure = (task: PlannedTask): Failure => ({
  code: 'timeout',
  message: `timeout after ${(task.timeoutMs ?? 0) / 1000} s`,
});
