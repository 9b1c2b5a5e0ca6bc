import { isFinished } from '#domain/run/status.ts';
import { taskRuns } from '#domain/run/read.ts';
import type { EngineCheck } from '../commands.ts';
import type { Decider } from '../turn/decider.ts';
import { ownResources } from '../measure/own-resources.ts';
import { waitingReasons } from './waiting.ts';

/** Task runs looked at, so that a question about health never becomes the illness. */
const mostTaskRuns = 20_000;
/** An occurrence that is due is decided within moments; later than this it is overdue. */
const overdueMs = 60_000;
const mostNamed = 20;

export interface SelfCheckParts {
  decider: Decider;
  /** ms since the epoch. */
  now(): number;
  upcoming(): { workflowId: string; triggerId: string; at: number | null }[];
  /** Attempts whose process the spawner looks after, by id. */
  living(): string[];
  contested(): string[];
}

/** What only the engine can say of the invariants: what is overdue, which process nobody asked for, what waits without a reason. */
export function selfCheck(parts: SelfCheckParts): EngineCheck {
  const { decider } = parts;
  const due = parts.upcoming();
  const limit = parts.now() - overdueMs;
  const overdue = due.flatMap(({ workflowId, triggerId, at }) =>
    at !== null && at < limit ? [{ workflowId, triggerId, at }] : [],
  );
  const living = parts.living();
  const left = living.filter((id) => !decider.attempts.has(id));
  const silent: EngineCheck['silent'] = [];
  let seen = 0;
  for (const run of decider.runs.values()) {
    const waiting = taskRuns(run.compiled.plan, run.state).filter(
      ({ status }) => !isFinished(status) && status !== 'running',
    ).length;
    if (seen + waiting > mostTaskRuns) continue;
    seen += waiting;
    // Admission gives particulars for whatever it holds back: who says no more than that it was asked is known to nobody there.
    for (const { task, index, reasons } of waitingReasons(decider, run))
      if (reasons.every(({ code }) => code === 'admission.waiting'))
        silent.push({ runId: run.facts.id, task, ...(index === undefined ? {} : { index }) });
  }
  return {
    triggers: due.length,
    overdue: overdue.slice(0, mostNamed),
    processes: living.length,
    left: left.slice(0, mostNamed),
    waiting: seen,
    silent: silent.slice(0, mostNamed),
    contested: parts.contested(),
    resources: ownResources(),
  };
}
