import { pastReason, reasons, runReason, type AdmissionNames } from '#domain/admission/reasons.ts';
import { runView, taskRuns, unmet, type Unmet } from '#domain/run/read.ts';
import { isFinished } from '#domain/run/status.ts';
import type { ActiveRun } from '../turn/active-run.ts';
import type { Decider } from '../turn/decider.ts';

/** Every condition that keeps one task run from its work. */
export interface WaitingTaskRun {
  task: string;
  index?: number;
  reasons: Unmet[];
  /** When it will probably begin, ms since the epoch; missing where nobody asked, or can say. */
  expectedAt?: number;
}

/** Conditions that the run knows only by name; admission knows the particulars. */
const inGeneral = new Set(['admission.waiting', 'run.queued', 'run.paused', 'past.unmet']);

/** The run that a task waits for, by name. */
function childReason({ facts, compiled, state }: ActiveRun): Unmet {
  const { status } = runView(compiled.plan, state);
  return { code: 'child.waiting', message: `Waits for run ${facts.number} of ${compiled.workflow.name}, which is ${status}.` };
}

/** Runs in memory by number, with the workflow when it is another than `own`; others by id. */
function namesFor(decider: Decider, own: ActiveRun): AdmissionNames {
  const title = ({ compiled }: ActiveRun) => compiled.workflow.name;
  return {
    run: (id) => {
      const run = decider.runs.get(id);
      if (!run) return id;
      return run.facts.workflowId === own.facts.workflowId
        ? `run ${run.facts.number}`
        : `run ${run.facts.number} of ${title(run)}`;
    },
    workflow: (id) => {
      if (id === own.facts.workflowId) return title(own);
      const other = [...decider.runs.values()].find(({ facts }) => facts.workflowId === id);
      return other ? title(other) : id;
    },
  };
}

/**
 * Why each unfinished task run of a run (or of one task) does not work: every condition that is not met, with its code and
 * in words, by what the engine has in memory. Task runs that work are left out, unless their work is being ended.
 */
export function waitingReasons(decider: Decider, run: ActiveRun, only?: string): WaitingTaskRun[] {
  const { plan } = run.compiled;
  const { id } = run.facts;
  const names = namesFor(decider, run);
  const ofRun = runReason(decider.admission, id, names);
  return taskRuns(plan, run.state)
    .filter(({ task, status, stopping }) => (only === undefined || task === only) && waits(status, stopping))
    .map(({ task, index, attempt }) => {
      const past = pastReason(decider.admission, id, task, names);
      const ofTask = reasons(decider.admission, { run: id, task, index: index ?? -1, attempt }, names);
      const known: Unmet[] = [
        ...(ofRun && !ofTask.some(({ code }) => code === ofRun.code) ? [ofRun] : []),
        ...ofTask,
        ...(past ? [past] : []),
      ];
      let own = unmet(plan, run.state, task, index);
      if (known.length > 0) own = own.filter(({ code }) => !inGeneral.has(code));
      const child = run.attempts.get(`${task}#${index ?? -1}@${attempt}`)?.child;
      if (child)
        own = own.map((each) => (each.code === 'signal.waiting' || each.code === 'timer.waiting' ? childReason(child) : each));
      return { task, ...(index === undefined ? {} : { index }), reasons: [...known, ...own] };
    });
}

const waits = (status: Parameters<typeof isFinished>[0], stopping: unknown): boolean =>
  !isFinished(status) && (status !== 'running' || stopping !== undefined);
