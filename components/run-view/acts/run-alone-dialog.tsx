'use client';
import { useMemo, useState } from 'react';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import { actChanges } from '#domain/run/act-changes.ts';
import { repeatNeedsConsent } from '#domain/run/repeat-needs-consent.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Switch } from '#components/ui/switch.tsx';
import type { RunModel } from '../store/run-model.ts';
import type { RunMoment } from '../store/run-store.ts';
import type { RunActs } from '../use-run-acts.ts';
import { ChangeList } from './change-list.tsx';

const refOf = ({ task, index }: { task: string; index?: number }) => (index === undefined ? { task } : { task, index });

/** Runs one task (or all copies of it) whatever its upstream says: shown before it is done, by the code that does it. */
export function RunAloneDialog(props: {
  task: { task: string; index?: number };
  onClose: () => void;
  model: RunModel;
  moment: RunMoment;
  catalog: readonly Manifest[];
  acts: RunActs;
}) {
  const { model, moment, task, acts } = props;
  // The newest state counts, also while an older moment is looked at.
  const { state, at } = moment.history;
  const preview = useMemo(
    () => actChanges(model.plan, state, { type: 'tasksForced', at: at ?? 0, by: '', tasks: [task] }),
    [model, state, at, task],
  );
  const own = model.tasks.get(task.task);
  const twice =
    own !== undefined && repeatNeedsConsent(own, props.catalog)
      ? (preview.ok ? preview.changes : []).filter((change) => change.twice)
      : [];
  const [agreed, setAgreed] = useState(false);
  const possible = preview.ok && preview.changes.length > 0;
  const name = model.title(task.task);
  return (
    <Dialog
      open
      onOpenChange={(on) => (on ? undefined : props.onClose())}
      title={`Run just ${name}`}
      description="It runs now, whatever its upstream says, as soon as its pool has room. What follows it stays as it is."
      footer={
        <>
          <Button onClick={props.onClose}>Leave as it is</Button>
          <Button
            look="primary"
            busy={acts.busy || !possible || (twice.length > 0 && !agreed)}
            onClick={() => acts.force({ tasks: [refOf(task)], consent: twice.map(refOf) }, props.onClose)}
          >
            {possible ? 'Run it' : 'It cannot run alone now'}
          </Button>
        </>
      }
    >
      <ChangeList preview={preview} title={model.title} />
      {twice.length > 0 ? (
        <label className="mt-3 flex items-center gap-2 rounded-control border border-line-2 bg-sunken px-3 py-2">
          <Switch checked={agreed} onChange={setAgreed} />
          <span>Do again what it has already done outside</span>
        </label>
      ) : null}
    </Dialog>
  );
}
