'use client';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { StatusGlyph } from '#components/ui/status-glyph.tsx';
import { statusWord } from '#components/ui/status-word.ts';
import { Time } from '#components/ui/time.tsx';
import { actPlan, type RunsAct } from './act-plan.ts';
import type { RunItem } from './run-item.ts';
import { useActRuns } from './use-act-runs.ts';
import { useReachedTasks } from './use-reached-tasks.ts';

const words: Record<RunsAct, { verb: string; description: string }> = {
  pause: { verb: 'Pause', description: 'Tasks that work go on to their end; nothing new starts until the run is resumed.' },
  resume: { verb: 'Resume', description: 'What waited asks for its slots again.' },
  cancel: { verb: 'Cancel', description: 'What works is ended; teardowns that are due still run.' },
};
const things = (count: number): string => `${count} ${count === 1 ? 'run' : 'runs'}`;

/** Pauses, resumes or cancels the chosen runs. What becomes of each stands there before, and each can be left out. */
export function ActRunsDialog(props: {
  act: RunsAct;
  runs: readonly RunItem[];
  workflow: (id: string) => string;
  onClose: () => void;
}) {
  const { act } = props;
  // It must not change under the hand that presses the button; what has ended meanwhile is refused.
  const [plan] = useState(() => actPlan(act, props.runs));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [concerned] = useState(() => plan.filter(({ becomes }) => becomes !== null).map(({ run }) => run.id));
  const reached = useReachedTasks(act, concerned);
  const acting = useActRuns(props.onClose);
  const taken = plan.filter(({ run, becomes }) => becomes !== null && !left.has(run.id)).map(({ run }) => run);
  const { verb, description } = words[act];
  return (
    <Dialog
      open
      onOpenChange={(on) => (on ? undefined : props.onClose())}
      title={`${verb} ${things(plan.length)}`}
      description={description}
      width={560}
      footer={
        acting.progress ? (
          <>
            <span className="num mr-auto text-12 text-ink-2" role="status">
              {acting.progress.done} of {things(acting.progress.of)}
            </span>
            <Button onClick={acting.stop}>Stop here</Button>
          </>
        ) : (
          <>
            <Button onClick={props.onClose}>Leave as it is</Button>
            <Button look="primary" busy={taken.length === 0} onClick={() => void acting.go(act, taken)}>
              {taken.length === 0 ? `Nothing to ${verb.toLowerCase()}` : `${verb} ${things(taken.length)}`}
            </Button>
          </>
        )
      }
    >
      <ul className="scroll max-h-72 rounded-control border border-line" aria-label="Runs and what becomes of them" tabIndex={0}>
        {plan.map(({ run, becomes, why }) => (
          <li key={run.id} className="border-b border-line last:border-0">
            <label className="flex min-h-8 items-center gap-2 px-3 py-1 text-12">
              <input
                type="checkbox"
                className="size-3.5 shrink-0 accent-(--accent)"
                disabled={becomes === null || acting.progress !== null}
                checked={becomes !== null && !left.has(run.id)}
                onChange={({ target }) =>
                  setLeft((before) => {
                    const after = new Set(before);
                    if (target.checked) after.delete(run.id);
                    else after.add(run.id);
                    return after;
                  })
                }
              />
              <StatusGlyph status={run.paused ? 'paused' : run.status} size={12} hidden />
              <span className="max-w-48 truncate">{props.workflow(run.workflowId)}</span>
              <span className="num font-strong">{run.number}</span>
              <Time at={run.logicalTime} parts="day-time" className="shrink-0 text-ink-3" />
              <span className="min-w-0 flex-1 truncate text-right text-ink-2" title={reached.get(run.id)}>
                {becomes === null ? why : reached.get(run.id) || statusWord(run.paused ? 'paused' : run.status)}
              </span>
              {becomes === null ? null : <span className="shrink-0 text-ink-2">→ {statusWord(becomes)}</span>}
            </label>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
