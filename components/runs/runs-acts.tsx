'use client';
import { Pause, Play, RotateCcw, X } from 'lucide-react';
import { useState } from 'react';
import { isRunFinished } from '#domain/run/status.ts';
import { ClearRunsDialog } from '#components/clear-runs/clear-runs-dialog.tsx';
import { usePerson } from '#components/shell/person.tsx';
import { Button } from '#components/ui/button.tsx';
import type { RunsAct } from './act-plan.ts';
import { ActRunsDialog } from './act-runs-dialog.tsx';
import type { RunItem } from './run-item.ts';

/** Runs that one act takes in. */
const mostRuns = 200;
const icon = { strokeWidth: 1.75 } as const;

/** How many runs are chosen, and what can be done to them together; each act shows first what it will change. */
export function RunsActs(props: { chosen: RunItem[]; workflow: (id: string) => string; onNone: () => void; size?: 'sm' }) {
  const { chosen, workflow, size = 'md' } = props;
  const mayAct = usePerson().role !== 'viewer';
  const [act, setAct] = useState<RunsAct | 'clear' | null>(null);
  const close = () => {
    setAct(null);
    props.onNone();
  };
  if (chosen.length === 0) return null;
  const open = chosen.filter((run) => !isRunFinished(run.status));
  const paused = open.filter((run) => run.paused);
  const button = (on: boolean, what: RunsAct | 'clear', label: string, shape: React.ReactNode) =>
    on ? (
      <Button size={size} icon={shape} onClick={() => setAct(what)}>
        {label}
      </Button>
    ) : null;
  const first = chosen.slice(0, mostRuns);
  return (
    <>
      <span className="num text-12 text-ink-2">{chosen.length} selected</span>
      {mayAct ? (
        <>
          {button(paused.length < open.length, 'pause', 'Pause…', <Pause {...icon} />)}
          {button(paused.length > 0, 'resume', 'Resume…', <Play {...icon} />)}
          {button(open.length > 0, 'cancel', 'Cancel…', <X {...icon} />)}
          {button(true, 'clear', 'Clear failed…', <RotateCcw {...icon} />)}
        </>
      ) : null}
      <Button size={size} look="quiet" onClick={props.onNone}>
        Select none
      </Button>
      {act === 'clear' ? (
        <ClearRunsDialog
          title={`Clear in ${first.length} ${first.length === 1 ? 'run' : 'runs'}`}
          runs={first.map(({ id }) => ({ runId: id }))}
          onlyFailed
          taskTitle={(task) => task}
          workflow={(runId) => workflow(first.find(({ id }) => id === runId)?.workflowId ?? '')}
          onClose={close}
        />
      ) : act !== null ? (
        <ActRunsDialog act={act} runs={first} workflow={workflow} onClose={close} />
      ) : null}
    </>
  );
}
