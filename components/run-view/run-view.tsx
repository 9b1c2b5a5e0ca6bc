'use client';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { runView } from '#domain/run/read.ts';
import type { CanvasHandle } from '#components/canvas/canvas-handle.ts';
import { DrawingOutline } from '#components/canvas/outline/drawing-outline.tsx';
import { useOpenGroups } from '#components/canvas/project/use-open-groups.ts';
import { useCopyFrom } from '#components/designer/canvas/use-copy-from.ts';
import { Canvas } from '#components/canvas/canvas.tsx';
import { useTRPC } from '#components/data/trpc.ts';
import { useKeys } from '#components/shell/use-keys.ts';
import { usePerson } from '#components/shell/person.tsx';
import { useUrlParam } from '#components/shell/use-url-param.ts';
import { useShort } from '#components/shell/use-media.ts';
import { useShortcuts, type ShortcutGroup } from '#components/shell/shortcuts.ts';
import { statusWord } from '#components/ui/status-word.ts';
import { useHandler } from '#components/ui/use-handler.ts';
import { useNow } from '#components/ui/use-now.ts';
import { useZone } from '#components/ui/zone.tsx';
import type { ClearStart } from './acts/clear-start.ts';
import { doneOutside } from './acts/done-outside.ts';
import type { RunAsk } from './acts/run-ask.ts';
import { RunDialogs } from './acts/run-dialogs.tsx';
import { tasksOfGroup } from './acts/tasks-of-group.ts';
import { CriticalStrip } from './forecast/critical-strip.tsx';
import { expectedWords } from './forecast/expected-words.ts';
import { useCriticalChain } from './forecast/use-critical-chain.ts';
import { useForecast } from './forecast/use-forecast.ts';
import { useUsual } from './forecast/use-usual.ts';
import { Gantt } from './gantt/gantt.tsx';
import { useLogSettings } from './log/use-log-settings.ts';
import { copyText } from './panel/copy-text.ts';
import { RunPanel } from './panel/run-panel.tsx';
import { TaskPanel } from './panel/task-panel.tsx';
import { useTaskMoment } from './panel/use-task-moment.ts';
import { PhoneRun } from './phone/phone-run.tsx';
import { ReadOnlyChip } from './read-only-chip.tsx';
import { RunBar } from './run-bar.tsx';
import { RunHead } from './run-head.tsx';
import type { EventNames } from './store/event-words.ts';
import type { RunData } from './store/history-of.ts';
import { incidentText } from './store/incident-text.ts';
import type { RunModel } from './store/run-model.ts';
import type { RunStore } from './store/run-store.ts';
import { taskLine } from './store/task-lines.ts';
import { firstToLookAt, urgentFirst } from './store/task-order.ts';
import type { TaskSummary } from './store/task-summary.ts';
import { useLiveStatus } from './store/use-live-status.ts';
import { useMoment } from './store/use-moment.ts';
import { useOutputCounts } from './use-output-counts.ts';
import { useRunUrl } from './use-run-url.ts';
import { useRunCommands } from './use-run-commands.tsx';
import { useRunActs } from './use-run-acts.ts';
import { useWaiting } from './use-waiting.ts';

const shortcuts: ShortcutGroup[] = [
  {
    title: 'Run',
    shortcuts: [
      { keys: 'F', label: 'Next failed task' },
      { keys: 'L', label: 'Follow live' },
      { keys: 'C', label: 'Clear…' },
      { keys: 'P', label: 'Critical path' },
      { keys: '[ ]', label: 'One event back, forward' },
    ],
  },
];
const noCatalog: never[] = [];

/** The run page: drawing, task, time line, all of one moment. */
export function RunView(props: {
  data: RunData;
  /** Of the version that the run was on at this moment, and its number; another one is another page. */
  model: RunModel;
  version: number;
  /** Of the version that it is on now: acts are on that. */
  newest: RunModel;
  store: RunStore;
}) {
  const { data, model, store, version } = props;
  const { run } = data;
  const trpc = useTRPC();
  const moment = useMoment(store);
  const view = runView(model.plan, moment.state);
  // An event that is newer than the last step of the clock, or comes from a clock ahead of ours, is not in the future.
  const tick = useNow(1000);
  const present = Math.max(tick, moment.history.at ?? 0);
  const now = moment.at ?? present;
  // Estimates and the outline are read by the second, not by the event; a jump in time and the end of the run show at once.
  const calm = useMemo(
    () => ({ moment, now }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- these are what they wait for
    [tick, moment.at, moment.live, moment.history, moment.state.run.endedAt],
  );
  const phone = useShort();
  const zone = useZone();
  const person = usePerson();
  const catalog = useQuery(trpc.operators.catalog.queryOptions(undefined, { staleTime: Infinity })).data ?? noCatalog;
  const workflows = useQuery(trpc.workflows.list.queryOptions());
  const listed = workflows.data?.find((w) => w.id === run.workflowId);
  const of = useMemo(
    () => ({ id: run.workflowId, name: listed?.name ?? model.workflow.name, project: listed?.project ?? '' }),
    [run.workflowId, listed, model],
  );
  const parts = useMemo(() => ({ triggers: listed?.triggers.length ?? 0, versions: listed?.version ?? 0 }), [listed]);
  const newest = runView(model.plan, moment.history.state);
  const acts = useRunActs(run);
  const logs = useLogSettings();
  const canvas = useRef<CanvasHandle>(null);

  const url = useRunUrl();
  const { select, index } = url;
  const selected = model.tasks.has(url.task) ? url.task : null;
  const groups = useOpenGroups(model.workflow, selected);
  // A group, collapsed or open: no task of the run, so it is none of the address.
  const [group, setGroup] = useState<string | null>(null);
  useCopyFrom(model.workflow, selected ?? group);
  // Who comes without a task in mind sees at once what needs a look.
  const began = useRef(false);
  useEffect(() => {
    if (began.current) return;
    began.current = true;
    const first = url.task || phone ? null : firstToLookAt(store.get().tasks.values());
    if (first) select(first);
  }, [url.task, phone, store, select]);
  useEffect(() => {
    // A phone shows the whole drawing as an overview; it stays one.
    if (selected && !phone) canvas.current?.reveal(selected);
  }, [selected, phone]);
  useEffect(() => {
    document.title = `${statusWord(view.status)}, run ${run.number}, ${model.workflow.name} · Drawloom`;
  }, [view.status, run.number, model]);

  const queued = moment.live && (view.status === 'queued' || (view.counts.queued ?? 0) + (view.counts.scheduled ?? 0) > 0);
  const waiting = useWaiting(run.id, queued);
  const counts = useOutputCounts(run.id, model.tasks.size, view.counts.success ?? 0);
  const live = useLiveStatus(store, model, waiting, counts);

  const tasks = useMemo(
    () => model.plan.tasks.flatMap(({ id }) => moment.tasks.get(id) ?? []),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the map is changed in place; the version says when
    [model, moment.version],
  );
  const names: EventNames = useMemo(
    () => ({ task: model.title, person: (id) => (id === person.id ? person.name : (data.people[id] ?? 'somebody')) }),
    [model, data.people, person],
  );
  const line = (summary: TaskSummary) => taskLine(model, moment.tasks, summary, now, waiting);
  const summary = selected ? moment.tasks.get(selected) : undefined;

  const usual = useUsual(run.workflowId);
  const forecast = useForecast(model, calm.moment, usual, calm.now);
  const [criticalParam, setCritical] = useUrlParam('critical');
  const critical = criticalParam !== '';
  const toggleCritical = useHandler(() => setCritical(critical ? '' : '1'));
  const beganAt = moment.history.begunAt ?? moment.history.state.run.startedAt ?? run.createdAt;
  const chain = useCriticalChain(model, forecast, beganAt, critical && !phone);
  const onChain = useMemo(() => (chain === null ? null : new Set(chain.keys())), [chain]);
  const open = view.endedAt === null && !view.paused && forecast !== null;

  const [asked, ask] = useState<RunAsk | null>(null);
  const ref = () => (selected ? { task: selected, ...(index === undefined ? {} : { index }) } : null);
  const clearWhat = useHandler(() => {
    const own = ref();
    const bad = tasks.filter((t) => t.status === 'failed' || t.status === 'upstream_failed').map(({ task }) => ({ task }));
    ask({
      kind: 'clear',
      start: { as: 'clear', tasks: bad.length > 0 ? bad : own ? [own] : tasks.map(({ task }) => ({ task })) },
    });
  });
  const askCancel = useHandler(() => ask({ kind: 'cancel' }));
  const askParams = useHandler(() => ask({ kind: 'again', change: true }));
  // What may not be repeatable is named first; a run without such work begins again at one press.
  const again = useHandler(() => {
    const { state, at } = moment.history;
    if (doneOutside(props.newest, state, at ?? 0, catalog).length > 0) ask({ kind: 'again', change: false });
    else acts.again();
  });
  const groupStart = (task: string): ClearStart => {
    const id = model.tasks.get(task)?.group ?? '';
    const inside = tasksOfGroup(model.workflow, id).map((each) => ({ task: each }));
    return { as: 'group', tasks: inside, group: model.workflow.groups?.find((group) => group.id === id)?.name ?? id };
  };
  const nextFailed = () => {
    const failed = tasks.filter((t) => t.status === 'failed');
    const at = failed.findIndex((t) => t.task === selected);
    const next = failed[(at + 1) % failed.length];
    if (next) select(next.task);
  };
  useShortcuts(shortcuts);
  useKeys({
    f: nextFailed,
    l: store.goLive,
    c: clearWhat,
    p: toggleCritical,
    '[': () => store.goToEvent(store.get().seq - 1),
    ']': () => {
      const { seq, history } = store.get();
      if (seq + 1 >= history.seq) store.goLive();
      else store.goToEvent(seq + 1);
    },
  });
  const copyLink = useHandler(() => void copyText(location.href, 'Link copied.'));
  const copyIncident = useHandler(
    () =>
      void copyText(
        incidentText({
          workflow: model.workflow.name,
          number: run.number,
          logicalTime: run.logicalTime,
          status: statusWord(view.status),
          zone,
          tasks,
          title: model.title,
          address: location.href,
        }),
        'Incident copied.',
      ),
  );
  const own = ref();
  const seen = useTaskMoment({ moment, forecast, now }, summary, tick);
  const onClear = useHandler((as: ClearStart['as']) => {
    if (own) ask({ kind: 'clear', start: as === 'group' ? groupStart(own.task) : { as, tasks: [own] } });
  });
  const onRunAlone = useHandler(() => own && ask({ kind: 'alone', task: own }));
  const onMark = useHandler(() => own && ask({ kind: 'mark', task: own }));
  useRunCommands(
    {
      ended: view.endedAt !== null,
      paused: view.paused,
      failed: tasks.some(({ status }) => status === 'failed'),
      task: selected === null ? null : model.title(selected),
      begun: summary !== undefined && summary.status !== 'none',
    },
    {
      ...acts,
      again,
      cancel: askCancel,
      changeParams: askParams,
      clear: clearWhat,
      nextFailed,
      critical: toggleCritical,
      copyLink,
      copyIncident,
      runAlone: onRunAlone,
      fromHere: () => onClear('from-here'),
      mark: onMark,
    },
  );

  const manifests = useMemo(() => new Map(catalog.map((m) => [`${m.type}@${m.version}`, m])), [catalog]);
  const toldStatus = useCallback(
    (task: string) => statusWord(calm.moment.tasks.get(task)?.status ?? 'none'),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the map is changed in place; the version says when
    [calm.moment.tasks, calm.moment.version],
  );
  const minimap = !phone && model.tasks.size > 40;
  const chosen = useMemo(() => (selected ? [selected] : group === null ? [] : [group]), [selected, group]);
  const onSelect = useHandler((ids: readonly string[]) => {
    const task = ids.findLast((id) => model.tasks.has(id)) ?? null;
    setGroup(task === null ? (ids.at(-1) ?? null) : null);
    select(task);
  });
  // Boxes and threads hear of the run from `live`: no event makes the drawing anew.
  const drawing = useMemo(
    () => (
      <Canvas
        ref={canvas}
        workflow={groups.workflow}
        catalog={catalog}
        mode="read"
        onToggleGroup={groups.toggle}
        label={`${model.workflow.name}, run ${run.number}`}
        live={live}
        selection={chosen}
        onSelect={onSelect}
        matched={onChain}
        overview={phone}
        controls={!phone}
        minimap={minimap}
      >
        {phone ? null : <ReadOnlyChip workflowId={run.workflowId} version={version} high={minimap} />}
      </Canvas>
    ),
    [groups.workflow, groups.toggle, catalog, model, run, version, live, chosen, onSelect, onChain, phone, minimap],
  );
  const panel = summary ? (
    <TaskPanel
      key={summary.task}
      run={run}
      model={model}
      store={store}
      moment={seen.moment}
      summary={summary}
      index={index}
      attempt={url.attempt}
      line={url.line}
      tab={url.tab}
      catalog={catalog}
      forecast={seen.forecast}
      now={seen.now}
      names={names}
      logs={logs}
      onIndex={url.setIndex}
      onAttempt={url.setAttempt}
      onLine={url.setLine}
      onTab={url.setTab}
      onTask={select}
      onClear={onClear}
      onRunAlone={onRunAlone}
      onMark={onMark}
      onCopyLink={copyLink}
    />
  ) : null;
  const gantt = (
    <Gantt
      store={store}
      moment={moment}
      tasks={tasks}
      title={model.title}
      selected={selected}
      onSelect={select}
      now={present}
      startedAt={beganAt}
      endedAt={moment.history.state.run.endedAt}
      expectedAt={forecast === null || usual.runs === 0 ? null : forecast.midAt}
      critical={chain}
      className={phone ? 'flex-1' : 'max-h-[max(140px,24vh)] shrink-0'}
      rows={phone ? null : 12}
    />
  );
  return (
    <main className="flex h-dvh flex-col overflow-hidden bg-surface">
      <RunBar
        workflow={of}
        counts={parts}
        runId={run.id}
        ended={newest.endedAt !== null}
        paused={newest.paused}
        acts={acts}
        onAgain={again}
        onClear={clearWhat}
        onCancel={askCancel}
        onChangeParams={askParams}
        onCopyIncident={copyIncident}
        onCopyLink={copyLink}
      />
      <RunHead
        run={run}
        version={version}
        view={view}
        now={now}
        held={view.status === 'queued' ? ([...waiting.values()][0]?.[0] ?? null) : null}
        expected={open ? expectedWords(forecast, usual, now, model.title) : null}
        critical={critical}
        onCritical={toggleCritical}
        person={names.person}
        onStatus={(status) => {
          const first = tasks.find((t) => t.status === status || t.copies?.some((c) => c.status === status));
          if (first) select(first.task);
        }}
      />
      {chain === null ? null : (
        <CriticalStrip
          chain={chain}
          title={model.title}
          until={view.endedAt !== null ? null : usual.runs > 0 ? 'expected' : 'so far'}
          onSelect={select}
          onClose={toggleCritical}
        />
      )}
      {phone ? (
        <PhoneRun
          drawing={drawing}
          panel={panel}
          gantt={gantt}
          moment={moment}
          store={store}
          tasks={urgentFirst(tasks)}
          title={model.title}
          line={line}
          names={names}
          selected={selected}
          onTask={select}
        />
      ) : (
        <>
          <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_548px] max-xl:grid-cols-[minmax(0,1fr)_min(496px,46vw)]">
            <div className="relative min-w-0">{drawing}</div>
            <div className="flex min-h-0 min-w-0 flex-col border-l border-line">
              {panel ?? (
                <RunPanel
                  run={run}
                  moment={moment}
                  store={store}
                  tasks={urgentFirst(tasks)}
                  title={model.title}
                  line={line}
                  names={names}
                  onTask={select}
                />
              )}
            </div>
          </div>
          {gantt}
        </>
      )}
      <DrawingOutline workflow={model.workflow} manifests={manifests} words={toldStatus} />
      <p role="status" className="sr-only">
        Run {run.number} is {statusWord(view.status)}.
        {summary ? ` ${model.title(summary.task)} is ${statusWord(summary.status)}.` : ''}
      </p>
      <RunDialogs
        ask={asked}
        onClose={() => ask(null)}
        run={run}
        published={listed?.version ?? 0}
        model={props.newest}
        moment={moment}
        catalog={catalog}
        acts={acts}
      />
    </main>
  );
}
