import { pastReason, reasons, runReason } from '#domain/admission/reasons.ts';
import { runView, taskRuns, unmet } from '#domain/run/read.ts';
import { isFinished } from '#domain/run/status.ts';
import type { ActiveRun } from '../turn/active-run.ts';
import type { Decider } from '../turn/decider.ts';

/** Why each unfinished task run of a run is not running: every condition that is not met, in words. Task runs that run have none. */
export function waitingReasons(decider: Decider, run: ActiveRun): { task: string; index?: number; reasons: string[] }[] {
  const { plan } = run.compiled;
  const { id } = run.facts;
  const ofRun = runReason(decider.admission, id);
  const { paused } = runView(plan, run.state);
  return taskRuns(plan, run.state)
    .filter(({ status }) => !isFinished(status) && status !== 'running')
    .map(({ task, index, attempt }) => {
      const found = unmet(plan, run.state, task, index);
      if (ofRun) found.unshift(ofRun);
      else if (paused) found.unshift({ code: 'run.paused', message: 'The run is paused.' });
      found.push(...reasons(decider.admission, { run: id, task, index: index ?? -1, attempt }));
      const past = pastReason(decider.admission, id, task);
      if (past) found.push(past);
      const messages = [...new Map(found.map(({ code, message }) => [code + message, message])).values()];
      return index === undefined ? { task, reasons: messages } : { task, index, reasons: messages };
    });
}
