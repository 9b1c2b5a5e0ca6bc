import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useState } from 'react';
import type { Replayed } from '#domain/simulation/replay.ts';
import type { ReplaySummary } from '#domain/simulation/replay-differences.ts';
import type { Simulated } from '#domain/simulation/simulate.ts';
import { useTRPC } from '#components/data/trpc.ts';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { formatDuration } from '#components/ui/format-duration.ts';
import { formatInstant } from '#components/ui/format-instant.ts';
import { Segments } from '#components/ui/segments.tsx';
import { Select } from '#components/ui/select.tsx';
import { StatusText } from '#components/ui/status-text.tsx';
import { Switch } from '#components/ui/switch.tsx';
import { useZone } from '#components/ui/zone.tsx';
import { useDesigner } from '../session/use-designer.ts';
import { useSession } from '../session/workflow-session.ts';
import { differenceWords, sideWords } from './difference-words.ts';
import { useSimulation } from './use-simulation.ts';

const most = 500;

/** A stored run on the draft: which tasks would run, be skipped or be retried otherwise, and how long it would take. */
export function ReplayTab(props: {
  run: Simulated | null;
  replayed: Omit<Replayed, 'run'> | null;
  loading: boolean;
  fault: string | null;
  onReplay: (runId: string | null) => void;
  onSelect: (task: string) => void;
}) {
  const { id } = useSession();
  const zone = useZone();
  const runs = useQuery(useTRPC().runs.list.queryOptions({ workflowId: id, limit: 50 }));
  const replayOf = useSimulation((s) => s.replayOf);
  const further = useSimulation((s) => s.further);
  const setFurther = useSimulation((s) => s.setFurther);
  const list = runs.data?.runs ?? [];
  if (runs.data !== undefined && list.length === 0 && replayOf === null)
    return (
      <EmptyState title="This workflow has not run yet." className="py-8">
        Once it has, a run can be replayed here: what would it have been with the draft as it is now?
      </EmptyState>
    );
  const options = list.map((run) => ({
    value: run.id,
    label: `Run ${run.number}, ${run.status}`,
    note: formatInstant(run.logicalTime, zone, 'day-time-zone'),
  }));
  if (replayOf !== null && !options.some(({ value }) => value === replayOf))
    options.push({ value: replayOf, label: 'The run that was chosen', note: '' });
  return (
    <div className="flex min-h-0 flex-1 flex-col text-12">
      <div className="scroll flex h-10 shrink-0 items-center gap-3 border-b border-line px-3 whitespace-nowrap [scrollbar-width:none]">
        <Select
          label="Run to replay"
          size="md"
          className="w-56"
          placeholder="Choose a run"
          value={replayOf}
          options={options}
          onChange={props.onReplay}
        />
        {replayOf === null ? (
          list[0] === undefined ? null : (
            <Button size="sm" onClick={() => props.onReplay(list[0]?.id ?? null)}>
              Replay the last run
            </Button>
          )
        ) : (
          <>
            <span className="text-ink-2">Attempts not made then</span>
            <Segments
              label="Attempts not made then"
              size="sm"
              value={further}
              options={[
                { value: 'repeat', label: 'end as the last' },
                { value: 'success', label: 'go well' },
              ]}
              onChange={setFurther}
            />
            <Link className="link" href={`/runs/${encodeURIComponent(replayOf)}`}>
              Open the run
            </Link>
            <span className="flex-1" />
            <Button size="sm" look="quiet" onClick={() => props.onReplay(null)}>
              End the replay
            </Button>
          </>
        )}
      </div>
      {props.fault !== null ? (
        <p role="alert" className="px-4 py-3 text-st-failed-text">
          The run cannot be replayed. {props.fault}
        </p>
      ) : props.replayed !== null && props.run !== null ? (
        <Differences run={props.run} replayed={props.replayed} onSelect={props.onSelect} />
      ) : (
        <p className="px-4 py-3 text-ink-3">
          {props.loading
            ? 'Reading what happened …'
            : 'Choose a run. What its tasks answered, and how long they took, is fed to the draft; nothing is executed.'}
        </p>
      )}
    </div>
  );
}

function Differences(props: { run: Simulated; replayed: Omit<Replayed, 'run'>; onSelect: (task: string) => void }) {
  const { run, replayed } = props;
  const inDraft = useDesigner((s) => s.workflow.tasks);
  const [all, setAll] = useState(false);
  const ids = new Set(inDraft.map((task) => task.id));
  const differ = replayed.differences.filter(({ kind, changed }) => kind !== 'same' || changed);
  const rows = all ? replayed.differences : differ;
  const assumed = new Set(replayed.assumed);
  const name = (id: string): string => replayed.differences.find(({ task }) => task === id)?.name ?? id;
  return (
    <div className="scroll min-h-0 flex-1">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-1 px-4 pt-2.5 pb-2">
        <span className="inline-flex items-center gap-1.5">
          Then <StatusText status={replayed.then.run} size={12} />{' '}
          <b className="num">{formatDuration(replayed.then.makespanMs)}</b>
        </span>
        <span className="inline-flex items-center gap-1.5">
          With the draft <StatusText status={run.run} size={12} /> <b className="num">{formatDuration(run.makespanMs)}</b>
        </span>
        <span role="status" className="text-ink-2">
          {differ.length === 0
            ? 'Every task would end as it did.'
            : `${differ.length} of ${replayed.differences.length} tasks ${differ.length === 1 ? 'is' : 'are'} different.`}
        </span>
        <span className="flex-1" />
        <span className="inline-flex items-center gap-1.5 text-ink-2">
          <Switch label="Show tasks that are the same" checked={all} onChange={setAll} />
          Also the same
        </span>
      </div>
      {assumed.size > 0 ? (
        <p className="px-4 pb-2 text-ink-2">
          The run tells nothing about {[...assumed].slice(0, 5).map(name).join(', ')}
          {assumed.size > 5 ? ` and ${assumed.size - 5} more` : ''}: assumed to go well in the usual time. Choose otherwise under
          Outcomes.
        </p>
      ) : null}
      {replayed.acts > 0 ? (
        <p className="px-4 pb-2 text-ink-2">
          People cleared, marked, paused or cancelled {replayed.acts === 1 ? 'once' : `${replayed.acts} times`} in that run; that
          is not replayed.
        </p>
      ) : null}
      {rows.length === 0 ? null : (
        <table className="tbl w-full [--row:32px]">
          <caption className="sr-only">Tasks then and with the draft</caption>
          <thead>
            <tr>
              <th scope="col">Task</th>
              <th scope="col">Difference</th>
              <th scope="col">Then</th>
              <th scope="col">With the draft</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map((difference) => (
              <tr key={difference.task}>
                <td className="max-w-48 truncate">
                  {ids.has(difference.task) ? (
                    <button type="button" className="hover:text-accent-text" onClick={() => props.onSelect(difference.task)}>
                      {difference.name}
                    </button>
                  ) : (
                    <s className="text-ink-2">{difference.name}</s>
                  )}
                </td>
                <td>
                  {difference.kind === 'same' ? (
                    <span className="text-ink-3">{differenceWords(difference)}</span>
                  ) : (
                    <b>{differenceWords(difference)}</b>
                  )}
                  {difference.kind !== 'same' && difference.changed ? <span className="text-ink-2">, config changed</span> : null}
                  {assumed.has(difference.task) ? <span className="text-ink-2">, assumed</span> : null}
                </td>
                <td>
                  <Side side={difference.then} />
                </td>
                <td>
                  <Side side={difference.now} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rows.length > most ? <p className="px-4 py-2 text-ink-3">and {rows.length - most} more</p> : null}
    </div>
  );
}

function Side({ side }: { side: ReplaySummary | null }) {
  if (side === null) return <span className="text-ink-3">not there</span>;
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <StatusText status={side.status} size={12} />
      <span className="num text-ink-3">{sideWords(side)}</span>
    </span>
  );
}
