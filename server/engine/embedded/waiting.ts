import { pastReason, reasons, runReason } from '#domain/admission/reasons.ts';
import { runView, taskRuns, unmet } from '#domain/run/read.ts';
import { isFinished } from '#domain/run/status.ts';
import type { ActiveRun } from '../turn/active-run.ts';
import type { Decider } from '../turn/decider.ts';

/** Conditions that the run knows only by name; admission knows the particulars. */
const inGeneral = new Set(['admission.waiting', 'run.queued', 'run.paused', 'past.unmet']);

/** The run that a task waits for, by name. */
function childWords({ facts, compiled, state }: ActiveRun): string {
  const { status } = runView(compiled.plan, state);
  return `Waits for run ${facts.number} of ${compiled.workflow.name}, which is ${status}.`;
}

/** Why each unfinished task run of a run is not running: every condition that is not met, in words. Task runs that run have none. */
export function waitingReasons(decider: Decider, run: ActiveRun): { task: string; index?: number; reasons: string[] }[] {
  const { plan } = run.compiled;
  const { id } = run.facts;
  const ofRun = runReason(decider.admission, id);
  return taskRuns(plan, run.state)
    .filter(({ status }) => !isFinished(status) && status !== 'running')
    .map(({ task, index, attempt }) => {
      const past = pastReason(decider.admission, id, task);
      const known = [
        ...(ofRun ? [ofRun] : []),
        ...reasons(decider.admission, { run: id, task, index: index ?? -1, attempt }),
        ...(past ? [past] : []),
      ];
      let own = unmet(plan, run.state, task, index);
      if (known.length > 0) own = own.filter(({ code }) => !inGeneral.has(code));
      // A paused run has withdrawn its requests.
      else if (own.some(({ code }) => code === 'run.paused')) own = own.filter(({ code }) => code !== 'admission.waiting');
      const child = run.attempts.get(`${task}#${index ?? -1}@${attempt}`)?.child;
      if (child) own = own.map((each) => (each.code === 'signal.waiting' ? { ...each, message: childWords(child) } : each));
      const messages = [...known, ...own].map(({ message }) => message);
      return index === undefined ? { task, reasons: messages } : { task, index, reasons: messages };
    });
}
