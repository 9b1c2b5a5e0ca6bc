'use client';
import { useMemo, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Segments } from '#components/ui/segments.tsx';
import { Switch } from '#components/ui/switch.tsx';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import { repeatNeedsConsent } from '#domain/run/repeat-needs-consent.ts';
import { actChanges } from '#domain/run/act-changes.ts';
import type { RunModel } from '../store/run-model.ts';
import type { RunMoment } from '../store/run-store.ts';
import type { RunActs } from '../use-run-acts.ts';
import { ChangeList } from './change-list.tsx';

const refOf = ({ task, index }: { task: string; index?: number }) => (index === undefined ? { task } : { task, index });
type Mark = 'success' | 'failed' | 'skipped';

/** Marking: a task gets a status by hand, and what follows from it is shown before it is done. */
export function MarkDialog(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  task: { task: string; index?: number };
  model: RunModel;
  moment: RunMoment;
  catalog: readonly Manifest[];
  acts: RunActs;
}) {
  const { model, moment, task, acts } = props;
  const [status, setStatus] = useState<Mark>('success');
  const [downstream, setDownstream] = useState(false);
  const [upstream, setUpstream] = useState(false);
  const { history } = moment;
  const preview = useMemo(
    () =>
      props.open
        ? actChanges(model.plan, history.state, {
            type: 'taskMarked',
            at: history.at ?? 0,
            by: '',
            ...task,
            status,
            upstream,
            downstream,
          })
        : { ok: true as const, changes: [] },
    [props.open, model, history.state, history.at, task, status, upstream, downstream],
  );
  // Descendants that start over may have done something outside; marking cannot leave them as they are, so it is agreed to or not.
  const twice = useMemo(
    () =>
      (preview.ok ? preview.changes : []).filter((change) => {
        const own = model.tasks.get(change.task);
        return change.twice && own !== undefined && repeatNeedsConsent(own, props.catalog);
      }),
    [preview, model, props.catalog],
  );
  const [agreed, setAgreed] = useState(false);
  const possible = preview.ok && preview.changes.length > 0;
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={`Mark ${model.title(task.task)}`}
      description="The status is written by hand, without running anything. The history says who did it."
      footer={
        <>
          <Button onClick={() => props.onOpenChange(false)}>Leave as it is</Button>
          <Button
            look="primary"
            busy={acts.busy || !possible || (twice.length > 0 && !agreed)}
            onClick={() =>
              acts.mark({ ...task, status, upstream, downstream, consent: twice.map(refOf) }, () => props.onOpenChange(false))
            }
          >
            {possible ? `Mark as ${status}` : 'Nothing to mark'}
          </Button>
        </>
      }
    >
      <Segments
        label="Status"
        full
        value={status}
        onChange={setStatus}
        options={[
          { value: 'success', label: 'Success' },
          { value: 'failed', label: 'Failed' },
          { value: 'skipped', label: 'Skipped' },
        ]}
      />
      <div className="my-3 flex flex-col gap-2">
        <label className="flex items-center gap-2">
          <Switch checked={downstream} onChange={setDownstream} />
          <span>and everything downstream</span>
        </label>
        <label className="flex items-center gap-2">
          <Switch checked={upstream} onChange={setUpstream} />
          <span>and everything upstream</span>
        </label>
      </div>
      <ChangeList preview={preview} title={model.title} />
      {twice.length > 0 ? (
        <label className="mt-3 flex items-center gap-2 rounded-control border border-line-2 bg-sunken px-3 py-2">
          <Switch checked={agreed} onChange={setAgreed} />
          <span>
            Do again what has already done something outside:{' '}
            {[...new Set(twice.map((change) => model.title(change.task)))].join(', ')}
          </span>
        </label>
      ) : null}
    </Dialog>
  );
}
