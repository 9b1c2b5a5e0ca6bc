'use client';
import { useMemo, useState } from 'react';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { SchemaForm } from '#components/forms/schema-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { ProblemGlyph } from '#components/ui/problem-glyph.tsx';
import type { RunModel } from '../store/run-model.ts';
import type { RunMoment } from '../store/run-store.ts';
import { doneOutside } from './done-outside.ts';

const noSchema = {};

/** A new run, with the same params or (`change`) with others; before it begins it says what it does outside once more. */
export function AgainDialog(props: {
  change: boolean;
  model: RunModel;
  moment: RunMoment;
  catalog: readonly Manifest[];
  params: JsonObject;
  /** Version of this run, and the one that runs now: 0 is the draft. */
  version: number;
  published: number;
  busy: boolean;
  onRun: (params: JsonObject) => void;
  onClose: () => void;
}) {
  const { model, change, version, published } = props;
  const [params, setParams] = useState(props.params);
  const { state, at } = props.moment.history;
  const outside = useMemo(() => doneOutside(model, state, at ?? 0, props.catalog), [model, state, at, props.catalog]);
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : props.onClose())}
      title={change ? 'Change params and run again' : 'Run again'}
      description={`A new run begins${change ? '' : ' with the same params'}; this one stays as it is.${
        version !== 0 && published > 0 && published !== version
          ? ` It runs version ${published}; this one ran version ${version}.`
          : version === 0
            ? ' It runs the draft as it is now.'
            : ''
      }`}
      width={440}
      footer={
        <>
          <Button onClick={props.onClose}>Run nothing</Button>
          <Button look="primary" busy={props.busy} onClick={() => props.onRun(params)}>
            {outside.length > 0 ? 'Run, and do it again' : 'Run'}
          </Button>
        </>
      }
    >
      {change ? (
        <SchemaForm
          templates={false}
          schema={model.workflow.params ?? noSchema}
          value={params}
          onChange={setParams}
          empty="This workflow has no params. They are described in its settings."
        />
      ) : null}
      {outside.length === 0 ? null : (
        <section
          aria-label="What is done outside again"
          className="mt-3 rounded-control border border-line-2 bg-sunken px-3 py-2 first:mt-0"
        >
          <p className="flex gap-2 text-12 text-ink-2">
            <ProblemGlyph level="warning" className="mt-px" />
            <span>
              {outside.length === 1 ? 'This task has' : `These ${outside.length} tasks have`} already done something outside in
              this run. A new run does it once more.
            </span>
          </p>
          <ul className="scroll mt-2 max-h-48" tabIndex={0} aria-label="Tasks">
            {outside.map((task) => (
              <li key={task} className="flex min-h-7 items-center border-t border-line font-strong">
                <span className="truncate">{model.title(task)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  );
}
