import type { ActEvent } from '#domain/run/preview-act.ts';
import { taskRun } from '#domain/run/read.ts';
import type { RunAct } from '../run-act.ts';
import type { ActiveRun } from '../turn/active-run.ts';

/** The event of the run machine that an act is. */
export function actEvent({ compiled, state }: ActiveRun, act: RunAct, at: number, by: string): ActEvent {
  switch (act.type) {
    case 'cancel':
      return { type: 'runCancelled', at, by };
    case 'pause':
      return { type: act.paused ? 'runPaused' : 'runResumed', at, by };
    case 'clear':
      return { ...act, type: 'tasksCleared', at, by };
    case 'force':
      return { ...act, type: 'tasksForced', at, by };
    case 'mark':
      return { ...act, type: 'taskMarked', at, by };
    case 'answer':
      return { ...act, type: 'attemptWoken', at, by, attempt: taskRun(compiled.plan, state, act.task, act.index)?.attempt ?? 0 };
  }
}
