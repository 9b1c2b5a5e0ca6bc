import { useState } from 'react';
import { useLogSettings } from '#components/run-view/log/use-log-settings.ts';
import { CopiesBar } from '#components/run-view/panel/copies-bar.tsx';
import { OutputTab } from '#components/run-view/panel/output-tab.tsx';
import { TaskLog } from '#components/run-view/panel/task-log.tsx';
import { useAttempts } from '#components/run-view/panel/use-attempts.ts';
import type { RunModel } from '#components/run-view/store/run-model.ts';
import type { RunMoment } from '#components/run-view/store/run-store.ts';
import type { TaskSummary } from '#components/run-view/store/task-summary.ts';
import { Segments } from '#components/ui/segments.tsx';
import { StatusText } from '#components/ui/status-text.tsx';

/** One task of the run below the drawing: its status, and its log or what it gave. */
export function RunDockTask(props: {
  runId: string;
  model: RunModel;
  moment: RunMoment;
  summary: TaskSummary;
  now: number;
  onTask: (task: string) => void;
}) {
  const { runId, model, moment, summary } = props;
  const [index, setIndex] = useState<number | undefined>(undefined);
  const [attempt, setAttempt] = useState<number | null>(null);
  const [line, setLine] = useState<number | null>(null);
  const [part, setPart] = useState<'log' | 'output'>('log');
  const logs = useLogSettings();
  const view = summary.copies?.find((copy) => copy.index === index) ?? summary.view;
  const attempts = useAttempts(runId, view, moment.at);
  const chosen =
    (attempt === null ? undefined : attempts.attempts.find((a) => a.attempt === attempt)) ?? attempts.attempts.at(-1) ?? null;
  return (
    <section aria-label={`${model.title(summary.task)} in this run`} className="flex min-h-0 flex-1 flex-col">
      <div className="flex h-8 shrink-0 items-center gap-2.5 pr-2 pl-4 text-12 whitespace-nowrap">
        <h3 className="min-w-0 truncate font-strong">{model.title(summary.task)}</h3>
        <StatusText status={view.status} size={12} />
        <span className="flex-1" />
        <Segments
          label="What is shown of the task"
          size="sm"
          value={part}
          onChange={setPart}
          options={[
            { value: 'log', label: 'Log' },
            { value: 'output', label: 'Output' },
          ]}
        />
      </div>
      {summary.copies ? <CopiesBar copies={summary.copies} chosen={view.index} onChoose={setIndex} /> : null}
      {part === 'output' ? (
        <OutputTab attempt={chosen} />
      ) : (
        <TaskLog
          runId={runId}
          model={model}
          moment={moment}
          view={view}
          attempts={attempts}
          chosen={chosen}
          forecast={null}
          now={props.now}
          logs={logs}
          line={line}
          onAttempt={(next) => {
            setAttempt(next);
            setLine(null);
          }}
          onLine={(of, next) => {
            setAttempt(of);
            setLine(next);
          }}
          onTask={props.onTask}
        />
      )}
    </section>
  );
}
