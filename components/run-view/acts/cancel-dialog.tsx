'use client';
import { useMemo } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { actChanges } from '#domain/run/act-changes.ts';
import type { RunModel } from '../store/run-model.ts';
import type { RunMoment } from '../store/run-store.ts';
import type { RunActs } from '../use-run-acts.ts';
import { ChangeList } from './change-list.tsx';

/** Cancelling a run: which tasks are stopped in the middle, and which never begin. */
export function CancelDialog(props: { model: RunModel; moment: RunMoment; acts: RunActs; onClose: () => void }) {
  const { model, moment, acts } = props;
  const { history } = moment;
  const preview = useMemo(
    () => actChanges(model.plan, history.state, { type: 'runCancelled', at: history.at ?? 0, by: '' }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the history is changed in place; the version says when
    [model, history, moment.version],
  );
  const working = preview.ok ? preview.changes.filter(({ how }) => how === 'stopped').length : 0;
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : props.onClose())}
      title="Cancel this run"
      description={
        working > 0
          ? `${working} ${working === 1 ? 'task is' : 'tasks are'} working: each is asked to end, and ended a little later if it does not. Teardowns that are due still run.`
          : 'What has not begun never will. Teardowns that are due still run.'
      }
      footer={
        <>
          <Button onClick={props.onClose}>Let it go on</Button>
          <Button
            look="danger"
            busy={acts.busy}
            onClick={() => {
              acts.cancel();
              props.onClose();
            }}
          >
            Cancel the run
          </Button>
        </>
      }
    >
      <ChangeList preview={preview} title={model.title} />
    </Dialog>
  );
}
