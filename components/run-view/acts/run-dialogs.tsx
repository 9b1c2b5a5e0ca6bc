'use client';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { RunData } from '../store/history-of.ts';
import type { RunModel } from '../store/run-model.ts';
import type { RunMoment } from '../store/run-store.ts';
import type { RunActs } from '../use-run-acts.ts';
import { AgainDialog } from './again-dialog.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { ClearDialog } from './clear-dialog.tsx';
import { MarkDialog } from './mark-dialog.tsx';
import type { RunAsk } from './run-ask.ts';
import { RunAloneDialog } from './run-alone-dialog.tsx';

/** The dialog that is open over the run page, if any: each shows what it will do before it does it. */
export function RunDialogs(props: {
  ask: RunAsk | null;
  onClose: () => void;
  run: RunData['run'];
  /** The workflow's published version; 0 when there is none. */
  published: number;
  model: RunModel;
  moment: RunMoment;
  catalog: readonly Manifest[];
  acts: RunActs;
}) {
  const { ask, onClose, run, model, moment, catalog, acts } = props;
  const shared = { model, moment, catalog, acts };
  switch (ask?.kind) {
    case undefined:
      return null;
    case 'clear':
      return (
        <ClearDialog
          {...shared}
          start={ask.start}
          onClose={onClose}
          runId={run.id}
          version={run.version}
          newest={props.published}
        />
      );
    case 'cancel':
      return <CancelDialog model={model} moment={moment} acts={acts} onClose={onClose} />;
    case 'again':
      return (
        <AgainDialog
          change={ask.change}
          model={model}
          moment={moment}
          catalog={catalog}
          params={run.params}
          version={run.version}
          published={props.published}
          busy={acts.busy}
          onRun={acts.again}
          onClose={onClose}
        />
      );
    case 'alone':
      return <RunAloneDialog {...shared} task={ask.task} onClose={onClose} />;
    case 'mark':
      return <MarkDialog {...shared} open onOpenChange={(open) => (open ? undefined : onClose())} task={ask.task} />;
  }
}
