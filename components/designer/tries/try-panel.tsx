'use client';
import { useEffect, useEffectEvent, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import type { Task } from '#domain/definition/schema/workflow.ts';
import { DataView } from '#components/run-view/panel/data-view.tsx';
import { attemptWords } from '#components/run-view/panel/attempt-words.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { ProblemGlyph } from '#components/ui/problem-glyph.tsx';
import { Segments } from '#components/ui/segments.tsx';
import { useDesigner } from '../session/use-designer.ts';
import { useSession } from '../session/workflow-session.ts';
import { agree, hasAgreed } from './agreed-tasks.ts';
import { InputColumn } from './input-column.tsx';
import { OutputColumn, TryLog } from './output-column.tsx';
import { ParamsDialog } from './params-dialog.tsx';
import { isStale } from './stale-value.ts';
import { TryHead } from './try-head.tsx';
import { tryInputs } from './try-inputs.ts';
import { useTaskTry } from './use-task-try.ts';
import { useTryValues, type TryValue } from './use-try-values.ts';
import { ValueEditor } from './value-editor.tsx';

const noValues: ReadonlyMap<string, TryValue> = new Map();

/** The try of one task, below the drawing; nothing while none was asked for. What was typed for others is kept while the page is open. */
export function TryPanel({ onShown }: { onShown: (task: string) => void }) {
  const trying = useDesigner((s) => s.trying);
  const task = useDesigner((s) => s.workflow.tasks.find(({ id }) => id === s.trying?.task));
  const [typed, setTyped] = useState<Readonly<Record<string, Json>>>({});
  const [params, setParams] = useState<JsonObject>({});
  const shown = useEffectEvent((id: string) => onShown(id));
  const id = task?.id;
  useEffect(() => {
    // The drawing has become lower; its place in it is known in the next frame.
    if (id !== undefined) requestAnimationFrame(() => requestAnimationFrame(() => shown(id)));
  }, [id]);
  if (trying === null || task === undefined) return null;
  return <OpenTry key={task.id} task={task} {...{ trying, typed, setTyped, params, setParams }} />;
}

function OpenTry(props: {
  task: Task;
  trying: { n: number; back: readonly string[] };
  typed: Readonly<Record<string, Json>>;
  setTyped: (typed: Readonly<Record<string, Json>>) => void;
  params: JsonObject;
  setParams: (params: JsonObject) => void;
}) {
  const { task, trying, typed, params } = props;
  const { id, manifests } = useSession();
  const workflow = useDesigner((s) => s.workflow);
  const tryTask = useDesigner((s) => s.tryTask);
  const showTry = useDesigner((s) => s.showTry);
  const say = useDesigner((s) => s.say);
  const values = useTryValues();
  const state = useTaskTry(task.id);
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [typing, setTyping] = useState<string | null>(null);
  const [pinning, setPinning] = useState(false);
  const [asking, setAsking] = useState(false);
  const [askingParams, setAskingParams] = useState(false);
  const [wanted, setWanted] = useState<'output' | 'log' | null>(null);
  const known = useMemo(
    () => tryInputs(workflow, task, manifests, values ?? noValues, typed, params),
    [workflow, task, manifests, values, typed, params],
  );
  const name = task.name ?? task.id;
  const nameOf = (other: string): string => workflow.tasks.find((t) => t.id === other)?.name ?? other;
  const lists = known.lists !== null && 'lists' in known.lists ? known.lists.lists : null;
  const start = (): void => {
    if (known.missing.length > 0) {
      say(`${known.missing.join(', ')} has no value yet.`);
      return;
    }
    const used = Object.fromEntries(
      Object.entries(typed).filter(([other]) => known.inputs.some((input) => input.task === other)),
    );
    const items = lists?.map((list, n) => list[chosen[n] ?? 0] ?? null);
    setWanted(null);
    state.start({ given: used, ...(items ? { items } : {}), ...(Object.keys(params).length > 0 ? { params } : {}) });
  };
  const run = (): void => {
    const external = manifests.get(task.operator)?.sideEffects === 'external' && task.idempotent !== 'yes';
    if (known.missing.length === 0 && external && !hasAgreed(id, task.id)) setAsking(true);
    else start();
  };
  // Asked for by button, key or menu: it runs as soon as it is known what goes in.
  const asked = useRef(0);
  const runIfAsked = useEffectEvent(() => {
    if (trying.n === 0 || asked.current === trying.n || values === null) return;
    asked.current = trying.n;
    if (!state.running) run();
  });
  useEffect(() => runIfAsked(), [trying.n, values]);

  const { attempt, taskRun } = state.last ?? { attempt: null, taskRun: null };
  const failed = taskRun !== null && ['failed', 'cancelled', 'skipped', 'upstream_failed'].includes(taskRun.status);
  const error = failed ? (attempt ? attemptWords(attempt) : null) || taskRun.reason : null;
  const view = wanted ?? (failed || state.running ? 'log' : 'output');
  const pin = values?.get(task.id)?.source === 'pin' ? (values.get(task.id) ?? null) : null;
  const fault = state.fault ?? (known.lists !== null && 'fault' in known.lists ? known.lists.fault : null);
  const before = trying.back.at(-1);
  const schema = workflow.params;
  return (
    <section
      aria-label={`Try ${name}`}
      data-region
      data-dock
      className="flex h-[clamp(240px,42vh,420px)] min-h-0 flex-col border-t border-line-2 bg-surface"
    >
      <TryHead
        name={name}
        back={before === undefined ? null : { name: nameOf(before), go: () => tryTask(before, trying.back.slice(0, -1)) }}
        state={state}
        stale={isStale(task, state.last?.taskHash ?? null)}
        pinned={pin !== null}
        lists={lists}
        chosen={chosen}
        onChoose={(list, item) => setChosen((before) => Object.assign([...before], { [list]: item }))}
        onRun={run}
        onPin={() => setPinning(true)}
        onParams={
          schema && Object.keys((schema['properties'] as object | undefined) ?? {}).length > 0
            ? () => setAskingParams(true)
            : null
        }
        onClose={() => showTry(null)}
      />
      {fault !== null || error ? (
        <p role="alert" className="flex items-start gap-1.5 border-b border-line px-3.5 py-1.5 text-12 text-st-failed-text">
          <ProblemGlyph level="error" size={12} className="mt-0.5" />
          <span className="min-w-0 [overflow-wrap:anywhere]">{fault ?? `${name} ${taskRun?.status}: ${error}`}</span>
        </p>
      ) : null}
      <div className="grid min-h-0 flex-1 grid-cols-3 divide-x divide-line max-sm:block max-sm:overflow-y-auto">
        <Column title="Input">
          <InputColumn
            inputs={known.inputs}
            onType={setTyping}
            onForget={(other) => props.setTyped(Object.fromEntries(Object.entries(typed).filter(([key]) => key !== other)))}
            onTryFirst={(other) => tryTask(other, [...trying.back, task.id])}
          />
        </Column>
        <Column title="Config" note="as rendered">
          {attempt?.config == null ? (
            <p className="text-12 text-ink-3">The config as this try renders it shows here.</p>
          ) : (
            <DataView title={null} value={attempt.config} />
          )}
        </Column>
        <Column
          title="Result"
          plain={view === 'log'}
          after={
            <Segments
              label="Result"
              size="sm"
              value={view}
              onChange={setWanted}
              options={[
                { value: 'output', label: 'Output' },
                { value: 'log', label: 'Log' },
              ]}
            />
          }
        >
          {view === 'log' ? <TryLog last={state.last} /> : <OutputColumn task={task.id} last={state.last} pin={pin} />}
        </Column>
      </div>
      {typing === null ? null : (
        <ValueEditor
          title={`Value of ${nameOf(typing)}`}
          description="For tries on this page. A pin keeps it for later ones."
          value={known.inputs.find((input) => input.task === typing)?.value?.output as Json | undefined}
          done="Use this value"
          onDone={(value) => {
            props.setTyped({ ...typed, [typing]: value });
            setTyping(null);
          }}
          onClose={() => setTyping(null)}
        />
      )}
      {pinning ? (
        <ValueEditor
          title={`Pin the output of ${name}`}
          description="Tries of later tasks take it, so that this one need not run again. Real runs never do, and it is in no export."
          value={(pin?.output as Json | undefined) ?? attempt?.output ?? (values?.get(task.id)?.output as Json | undefined)}
          done="Pin"
          onDone={(value) => {
            setPinning(false);
            void state.pin(value).then(() => say(`Output of ${name} pinned.`));
          }}
          onClose={() => setPinning(false)}
        />
      ) : null}
      {askingParams && schema ? (
        <ParamsDialog
          schema={schema}
          value={params}
          onDone={(next) => {
            props.setParams(next);
            setAskingParams(false);
          }}
          onClose={() => setAskingParams(false)}
        />
      ) : null}
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={`${name} acts outside`}
        description="A try does for real what the task does: it may send, write or delete. You are asked once a task while this tab is open."
        footer={
          <>
            <Button onClick={() => setAsking(false)}>Not now</Button>
            <Button
              look="primary"
              onClick={() => {
                agree(id, task.id);
                setAsking(false);
                start();
              }}
            >
              Try it
            </Button>
          </>
        }
      />
    </section>
  );
}

function Column(props: { title: string; note?: string; after?: ReactNode; plain?: boolean; children: ReactNode }) {
  return (
    <section aria-label={props.title} className="flex min-h-0 min-w-0 flex-col max-sm:border-b max-sm:border-line">
      <div className="flex h-8 shrink-0 items-center gap-2 px-3 text-12">
        <h3 className="font-strong">{props.title}</h3>
        {props.note ? <span className="text-ink-3">{props.note}</span> : null}
        <span className="flex-1" />
        {props.after}
      </div>
      <div className={props.plain ? 'flex min-h-0 flex-1 flex-col max-sm:h-60' : 'scroll min-h-0 flex-1 px-3 pb-3'}>
        {props.children}
      </div>
    </section>
  );
}
