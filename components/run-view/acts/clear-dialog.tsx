'use client';
import { useMemo, useState } from 'react';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { ProblemGlyph } from '#components/ui/problem-glyph.tsx';
import { Switch } from '#components/ui/switch.tsx';
import { previewAct } from '../store/preview-act.ts';
import type { RunModel } from '../store/run-model.ts';
import type { RunMoment } from '../store/run-store.ts';
import type { RunActs } from '../use-run-acts.ts';
import { ChangeList } from './change-list.tsx';
import { happenedAlready } from './happened-already.ts';

/** Clearing: which task runs go back and run again, shown before it is done. `tasks` is where it begins. */
export function ClearDialog(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  tasks: { task: string; index?: number }[];
  model: RunModel;
  moment: RunMoment;
  catalog: readonly Manifest[];
  acts: RunActs;
}) {
  const { model, moment, tasks, acts } = props;
  const [downstream, setDownstream] = useState(true);
  const [upstream, setUpstream] = useState(false);
  const [onlyFailed, setOnlyFailed] = useState(false);
  const { history } = moment;
  const preview = useMemo(
    () =>
      props.open
        ? previewAct(model.plan, history.state, {
            type: 'tasksCleared',
            at: history.at ?? 0,
            by: '',
            tasks,
            upstream,
            downstream,
            onlyFailed,
          })
        : { ok: true as const, changes: [] },
    // The newest state counts, also while an older moment is looked at.
    [props.open, model, history.state, history.at, tasks, upstream, downstream, onlyFailed],
  );
  const twice = happenedAlready(preview, model.tasks, props.catalog);
  const count = preview.ok ? preview.changes.length : 0;
  const one = tasks.length === 1 ? tasks[0] : undefined;
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={one ? `Clear ${model.title(one.task)}` : 'Clear what failed'}
      description="Cleared tasks run again in this run. What they did before stays in its history."
      footer={
        <>
          <Button onClick={() => props.onOpenChange(false)}>Leave as it is</Button>
          <Button
            look="primary"
            busy={acts.busy || count === 0}
            onClick={() => acts.clear({ tasks, upstream, downstream, onlyFailed }, () => props.onOpenChange(false))}
          >
            {count === 0 ? 'Nothing to clear' : `Clear ${count} ${count === 1 ? 'task' : 'tasks'}`}
          </Button>
        </>
      }
    >
      <div className="mb-3 flex flex-col gap-2">
        <label className="flex items-center gap-2">
          <Switch checked={downstream} onChange={setDownstream} />
          <span>and everything downstream</span>
        </label>
        <label className="flex items-center gap-2">
          <Switch checked={upstream} onChange={setUpstream} />
          <span>and everything upstream</span>
        </label>
        <label className="flex items-center gap-2">
          <Switch checked={onlyFailed} onChange={setOnlyFailed} />
          <span>only what failed</span>
        </label>
      </div>
      <ChangeList preview={preview} title={model.title} />
      {twice.length > 0 ? (
        <p role="status" className="mt-3 flex gap-2 rounded-control border border-line-2 bg-sunken px-3 py-2 text-12 text-ink-2">
          <ProblemGlyph level="warning" className="mt-px" />
          <span>
            <b className="text-ink">{twice.slice(0, 3).map(model.title).join(', ')}</b>
            {twice.length > 3 ? ` and ${twice.length - 3} more` : ''} {twice.length === 1 ? 'has' : 'have'} succeeded already and
            may do something outside twice.
          </span>
        </p>
      ) : null}
    </Dialog>
  );
}
