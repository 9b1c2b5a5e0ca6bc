import { useMemo } from 'react';
import { criticalChain } from '#domain/forecast/critical-chain.ts';
import type { Simulated } from '#domain/simulation/simulate.ts';
import { timesOf } from '#domain/simulation/times-of.ts';
import { namedTasks } from '#components/run-view/panel/named-tasks.ts';
import type { RunModel } from '#components/run-view/store/run-model.ts';
import { taskLine } from '#components/run-view/store/task-lines.ts';
import type { TaskSummary } from '#components/run-view/store/task-summary.ts';
import { formatDuration } from '#components/ui/format-duration.ts';
import { StatusText } from '#components/ui/status-text.tsx';

const none: ReadonlyMap<string, string[]> = new Map();
const most = 200;

/** What the simulated run came to: why tasks did not run, what would never end, and which tasks took the time. */
export function ResultTab(props: {
  run: Simulated;
  model: RunModel;
  /** Tasks at the end of the run. */
  tasks: ReadonlyMap<string, TaskSummary>;
  onSelect: (task: string) => void;
}) {
  const { run, model, tasks } = props;
  const chain = useMemo(() => {
    const { times, beganAt } = timesOf(run);
    return criticalChain(model.plan, (task) => times.get(task) ?? null, beganAt);
  }, [run, model]);
  const astray = [...tasks.values()].filter(({ status }) => status !== 'success');
  const counts = new Map<TaskSummary['status'], number>();
  for (const { status } of tasks.values()) counts.set(status, (counts.get(status) ?? 0) + 1);
  const stuck = new Map(run.stuck.map(({ task, reasons }) => [task, reasons]));
  const bare = (id: string): string => id.replace(/\[\d+\]$/, '');
  return (
    <div className="scroll grid min-h-0 flex-1 grid-cols-2 gap-x-6 px-4 py-3 text-12 max-lg:grid-cols-1">
      <section aria-label="What became of the tasks" className="min-w-0">
        <p className="mb-2 flex flex-wrap gap-x-3 gap-y-1">
          {[...counts].map(([status, n]) => (
            <StatusText key={status} status={status} size={12}>
              {n} {status.replaceAll('_', ' ')}
            </StatusText>
          ))}
        </p>
        {run.reason === null ? null : <p className="mb-2 text-ink-2">The run says: {run.reason}.</p>}
        {stuck.size === 0 ? null : (
          <p className="mb-2 text-ink-2">
            This run would never end: what is left waits for something that cannot come. Cancel it, or change the draft.
          </p>
        )}
        {astray.length === 0 ? (
          <p className="text-ink-3">Every task succeeds.</p>
        ) : (
          <ul aria-label="Tasks that do not succeed">
            {astray.slice(0, most).map((summary) => {
              const waits = stuck.get(summary.task) ?? stuck.get(`${summary.task}[0]`);
              const why =
                waits === undefined
                  ? taskLine(model, tasks, summary, summary.view.endedAt ?? 0, none)
                  : waits.map((line) => namedTasks(line, model)).join(' ');
              return (
                <li key={summary.task}>
                  <button
                    type="button"
                    onClick={() => props.onSelect(summary.task)}
                    className="flex w-full items-baseline gap-2 rounded-chip px-1 py-1 text-left hover:bg-hover"
                  >
                    <span className="w-32 shrink-0">
                      <StatusText status={summary.status} size={12} className="text-12" />
                    </span>
                    <span className="min-w-0">
                      <b>{model.title(summary.task)}</b>
                      {why === null ? null : <span className="text-ink-2">: {why}</span>}
                    </span>
                  </button>
                </li>
              );
            })}
            {astray.length > most ? <li className="px-1 text-ink-3">and {astray.length - most} more</li> : null}
          </ul>
        )}
      </section>
      <section aria-label="Critical path" className="min-w-0 max-lg:mt-4">
        <h3 className="mb-1 font-strong">
          Critical path <span className="num font-text text-ink-3">{formatDuration(run.makespanMs)}</span>
        </h3>
        <ol>
          {chain.map((link) => (
            <li key={link.task}>
              <button
                type="button"
                onClick={() => props.onSelect(bare(link.task))}
                className="grid w-full grid-cols-[minmax(0,1fr)_96px_44px_72px] items-center gap-2 rounded-chip px-1 py-0.5 text-left hover:bg-hover"
              >
                <span className="truncate">{model.title(link.task)}</span>
                <span aria-hidden className="h-2 rounded-chip bg-sunken">
                  <i className="block h-2 rounded-chip bg-ink-3" style={{ width: `${100 * link.share}%` }} />
                </span>
                <span className="num text-right">{link.share < 0.01 ? '< 1' : Math.round(100 * link.share)} %</span>
                <span className="num text-right text-ink-3">{formatDuration(link.toAt - link.fromAt)}</span>
              </button>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}
