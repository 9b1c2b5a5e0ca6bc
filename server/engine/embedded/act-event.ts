import type { ActEvent } from '#domain/run/preview-act.ts';
import { taskRun } from '#domain/run/read.ts';
import type { RunAct } from '../run-act.ts';
import type { ActiveRun } from '../turn/active-run.ts';
import type { VersionMove } from './version-move.ts';

/** The event of the run machine that an act is; `move` when the act has the run go on with another version. */
export function actEvent({ compiled, state }: ActiveRun, act: RunAct, at: number, by: string, move?: VersionMove): ActEvent {
  switch (act.type) {
    case 'cancel':
      return { type: 'runCancelled', at, by };
    case 'pause':
      return { type: act.paused ? 'runPaused' : 'runResumed', at, by };
    case 'clear': {
      const { version: _, ...chosen } = act;
      return move ? { ...chosen, ...move.said, type: 'runMoved', at, by } : { ...chosen, type: 'tasksCleared', at, by };
    }
    case 'force':
      return { ...act, type: 'tasksForced', at, by };
    case 'mark':
      return { ...act, type: 'taskMarked', at, by };
    case 'answer':
      return { ...act, type: 'attemptWoken', at, by, attempt: taskRun(compiled.plan, state, act.task, act.index)?.attempt ?? 0 };
  }
}
