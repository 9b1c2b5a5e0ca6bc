'use client';
import { useMemo, useState } from 'react';
import { actChanges } from '#domain/run/act-changes.ts';
import { repeatNeedsConsent } from '#domain/run/repeat-needs-consent.ts';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import { ClearRunsButton } from '#components/clear-runs/clear-runs-button.tsx';
import { MovedRun } from '#components/clear-runs/moved-run.tsx';
import { ClearRunsList } from '#components/clear-runs/clear-runs-list.tsx';
import { useClearRuns } from '#components/clear-runs/use-clear-runs.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Segments } from '#components/ui/segments.tsx';
import { Switch } from '#components/ui/switch.tsx';
import type { RunModel } from '../store/run-model.ts';
import type { RunMoment } from '../store/run-store.ts';
import type { RunActs } from '../use-run-acts.ts';
import { ChangeList } from './change-list.tsx';
import type { ClearStart } from './clear-start.ts';
import { ConsentList, type Consent } from './consent-list.tsx';

const titles: Record<ClearStart['as'], (task: string) => string> = {
  clear: (task) => `Clear ${task}`,
  'from-here': (task) => `Run again from ${task}`,
  group: (group) => `Run the group ${group} again`,
};

/**
 * Clearing: which task runs go back and run again, shown before it is done, by the code that does it. What has already
 * done something outside needs an answer each.
 */
export function ClearDialog(props: {
  start: ClearStart;
  onClose: () => void;
  model: RunModel;
  moment: RunMoment;
  catalog: readonly Manifest[];
  acts: RunActs;
  runId: string;
  /** The version that the run is on; 0: a draft, which has no runs before and after it. */
  version: number;
  /** The workflow's published version; 0 when there is none. */
  newest: number;
}) {
  const { model, moment, acts } = props;
  const { tasks, as, group } = props.start;
  const [downstream, setDownstream] = useState(as !== 'group');
  const [upstream, setUpstream] = useState(false);
  const [onlyFailed, setOnlyFailed] = useState(false);
  const [past, setPast] = useState(false);
  const [future, setFuture] = useState(false);
  const mayMove = props.version > 0 && props.newest > props.version;
  const [onto, setOnto] = useState<'own' | 'newest'>('own');
  const moves = mayMove && onto === 'newest';
  // The engine is asked: it has the other version, and the other runs.
  const others = past || future || moves;
  const many = useClearRuns(
    others
      ? {
          runs: [{ runId: props.runId, tasks, upstream, downstream, onlyFailed, ...(moves ? { version: 'newest' } : {}) }],
          past,
          future,
        }
      : null,
    props.onClose,
  );
  const [answers, setAnswers] = useState<ReadonlyMap<string, Consent>>(new Map());
  const { history } = moment;
  // The newest state counts, also while an older moment is looked at.
  const { state, at } = history;
  const whole = useMemo(() => {
    const event = { type: 'tasksCleared', at: at ?? 0, by: '', tasks, upstream, downstream, onlyFailed } as const;
    return actChanges(model.plan, state, event);
  }, [model, state, at, tasks, upstream, downstream, onlyFailed]);
  const asked = useMemo(() => {
    const twice = new Set(whole.ok ? whole.changes.flatMap((change) => (change.twice ? [change.task] : [])) : []);
    return [...twice].filter((id) => {
      const task = model.tasks.get(id);
      return task !== undefined && repeatNeedsConsent(task, props.catalog);
    });
  }, [whole, model, props.catalog]);
  const left = asked.filter((task) => answers.get(task) === 'leave');
  const spared = new Set(left);
  const preview = whole.ok
    ? { ok: true as const, changes: whole.changes.filter((change) => !(spared.has(change.task) && change.twice)) }
    : whole;
  const count = preview.ok ? preview.changes.length : 0;
  const open = asked.filter((task) => !answers.has(task)).length;
  const one = tasks.length === 1 ? tasks[0] : undefined;
  const clear = () =>
    acts.clear(
      {
        tasks,
        upstream,
        downstream,
        onlyFailed,
        // Copy by copy: a copy of the same task that failed runs again all the same.
        spare: (whole.ok ? whole.changes : []).flatMap(({ task, index, twice }) =>
          twice && spared.has(task) ? [index === undefined ? { task } : { task, index }] : [],
        ),
        consent: asked.flatMap((task) => (answers.get(task) === 'again' ? [{ task }] : [])),
      },
      props.onClose,
    );
  return (
    <Dialog
      open
      onOpenChange={(on) => (on ? undefined : props.onClose())}
      title={group === undefined ? (one ? titles[as](model.title(one.task)) : 'Clear what failed') : titles.group(group)}
      description="Cleared tasks run again in this run. What they did before stays in its history."
      width={past || future ? 560 : 480}
      footer={
        others ? (
          <ClearRunsButton clearing={many} onLeave={props.onClose} />
        ) : (
          <>
            <Button onClick={props.onClose}>Leave as it is</Button>
            <Button look="primary" busy={acts.busy || count === 0 || open > 0} onClick={clear}>
              {open > 0
                ? `${open} ${open === 1 ? 'answer is' : 'answers are'} missing`
                : count === 0
                  ? 'Nothing to clear'
                  : `Clear ${count} ${count === 1 ? 'task' : 'tasks'}`}
            </Button>
          </>
        )
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
        {mayMove ? (
          <div className="flex items-center gap-2 max-sm:flex-wrap">
            <span>Go on with version</span>
            <Segments<'own' | 'newest'>
              label="Version that the run goes on with"
              size="sm"
              value={onto}
              onChange={setOnto}
              options={[
                { value: 'own', label: `${props.version}, of this run` },
                { value: 'newest', label: `${props.newest}, the newest` },
              ]}
            />
          </div>
        ) : null}
        {props.version > 0 ? (
          <>
            <label className="flex items-center gap-2">
              <Switch checked={past} onChange={setPast} />
              <span>in all earlier runs, too</span>
            </label>
            <label className="flex items-center gap-2">
              <Switch checked={future} onChange={setFuture} />
              <span>in all later runs, too</span>
            </label>
          </>
        ) : null}
      </div>
      {moves && !past && !future ? (
        <MovedRun clearing={many} title={model.title} />
      ) : others ? (
        <ClearRunsList clearing={many} title={model.title} />
      ) : (
        <>
          <ChangeList preview={preview} title={model.title} />
          <ConsentList
            tasks={asked}
            title={model.title}
            answers={answers}
            onAnswer={(task, answer) => setAnswers((before) => new Map(before).set(task, answer))}
          />
        </>
      )}
    </Dialog>
  );
}
