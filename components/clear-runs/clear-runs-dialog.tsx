'use client';
import { useState } from 'react';
import { Dialog } from '#components/ui/dialog.tsx';
import { Switch } from '#components/ui/switch.tsx';
import { ClearRunsButton } from './clear-runs-button.tsx';
import { ClearRunsList } from './clear-runs-list.tsx';
import type { RunClear } from './run-clear.ts';
import { useClearRuns } from './use-clear-runs.ts';

/**
 * Clears task runs in many runs at once. Every run with what starts over in it stands there before; each is cleared whole or
 * stays as it is, one after the other, and the rest can be stopped.
 */
export function ClearRunsDialog(props: {
  title: string;
  /** What is cleared in each run; the switches add to it. Stays as it was when the dialog opened. */
  runs: RunClear['runs'];
  taskTitle: (task: string) => string;
  workflow?: (runId: string) => string | undefined;
  /** What the switches say at first. */
  onlyFailed?: boolean;
  downstream?: boolean;
  onClose: () => void;
}) {
  // It must not change under the hand that presses the button.
  const [runs] = useState(props.runs);
  const [downstream, setDownstream] = useState(props.downstream ?? true);
  const [onlyFailed, setOnlyFailed] = useState(props.onlyFailed ?? false);
  const [newest, setNewest] = useState(false);
  const version = newest ? ({ version: 'newest' } as const) : {};
  const clearing = useClearRuns({ runs: runs.map((run) => ({ ...run, downstream, onlyFailed, ...version })) }, props.onClose);
  const mayMove = newest || clearing.previews.some(({ newer }) => newer !== null);
  return (
    <Dialog
      open
      onOpenChange={(on) => (on ? undefined : props.onClose())}
      title={props.title}
      description="Cleared tasks start over, each in its own run. What they did before stays in the history."
      width={560}
      footer={<ClearRunsButton clearing={clearing} onLeave={props.onClose} />}
    >
      <div className="mb-3 flex flex-wrap gap-x-6 gap-y-2">
        <label className="flex items-center gap-2">
          <Switch checked={downstream} onChange={setDownstream} />
          <span>and everything downstream</span>
        </label>
        <label className="flex items-center gap-2">
          <Switch checked={onlyFailed} onChange={setOnlyFailed} />
          <span>only what failed</span>
        </label>
        {mayMove ? (
          <label className="flex items-center gap-2">
            <Switch checked={newest} onChange={setNewest} />
            <span>go on with the newest version</span>
          </label>
        ) : null}
      </div>
      <ClearRunsList clearing={clearing} title={props.taskTitle} {...(props.workflow ? { workflow: props.workflow } : {})} />
    </Dialog>
  );
}
