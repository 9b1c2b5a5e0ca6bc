import type { Consent } from '#components/run-view/acts/consent-list.tsx';
import type { RunClear, RunClearPreview } from './run-clear.ts';

interface Ref {
  task: string;
  index?: number | undefined;
}
const refOf = ({ task, index }: Ref) => (index === undefined ? { task } : { task, index });

/** What will be sent for one run. */
export interface PlannedClear {
  runId: string;
  number: number;
  /** Task runs that start over. */
  changes: RunClearPreview['changes'];
  input: {
    runId: string;
    tasks: { task: string; index?: number }[];
    upstream?: boolean;
    downstream?: boolean;
    onlyFailed?: boolean;
    spare: { task: string; index?: number }[];
    consent: { task: string; index?: number }[];
    /** The version that it goes on with, as it was looked at; missing: its own. */
    version?: number;
  };
}

/** Tasks that need an answer in the chosen runs: each with the number of its task runs that did their work already. */
export function askedTasks(previews: readonly RunClearPreview[], chosen: ReadonlySet<string>): Map<string, number> {
  const asked = new Map<string, number>();
  for (const { runId, changes } of previews)
    if (chosen.has(runId)) for (const { task, consent } of changes) if (consent) asked.set(task, (asked.get(task) ?? 0) + 1);
  return asked;
}

/** What is sent, run by run, once every question has its answer: what is left as done is spared, what is done again agreed to. */
export function clearPlan(
  request: RunClear,
  previews: readonly RunClearPreview[],
  chosen: ReadonlySet<string>,
  answers: ReadonlyMap<string, Consent>,
): PlannedClear[] {
  const acts = new Map(request.runs.map((act) => [act.runId, act]));
  return previews.flatMap((preview): PlannedClear[] => {
    if (!chosen.has(preview.runId)) return [];
    const isLeft = (change: RunClearPreview['changes'][number]) => change.consent && answers.get(change.task) === 'leave';
    const changes = preview.changes.filter((change) => !isLeft(change));
    const { move } = preview;
    // On another version there is something to do also when nothing starts over.
    if (changes.length === 0 && (preview.refused !== null || !move || move.added.length + move.removed.length === 0)) return [];
    const act = acts.get(preview.runId) ?? request.runs[0];
    const { upstream, downstream, onlyFailed, spare = [] } = act ?? {};
    return [
      {
        runId: preview.runId,
        number: preview.number,
        changes,
        input: {
          runId: preview.runId,
          tasks: preview.tasks.map(refOf),
          ...(upstream ? { upstream } : {}),
          ...(downstream ? { downstream } : {}),
          ...(onlyFailed ? { onlyFailed } : {}),
          ...(move ? { version: move.to } : {}),
          // Copy by copy: a copy of the same task that failed starts over all the same.
          spare: [...spare.map(refOf), ...preview.changes.filter(isLeft).map(refOf)],
          consent: changes.filter(({ consent }) => consent).map(refOf),
        },
      },
    ];
  });
}
