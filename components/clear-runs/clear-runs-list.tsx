'use client';
import { ConsentList } from '#components/run-view/acts/consent-list.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { StatusGlyph } from '#components/ui/status-glyph.tsx';
import { Time } from '#components/ui/time.tsx';
import { moveWords } from './move-words.ts';
import type { ClearRuns } from './use-clear-runs.ts';

/** Each run with the task runs that start over in it, to take in or leave out; then the questions about work already done. */
export function ClearRunsList(props: {
  clearing: ClearRuns;
  title: (task: string) => string;
  /** Name of a run's workflow, where they are of several. */
  workflow?: (runId: string) => string | undefined;
}) {
  const { clearing, title } = props;
  const planned = new Map(clearing.plan.map(({ runId, changes }) => [runId, changes]));
  if (clearing.error)
    return (
      <p role="alert" className="text-13 text-st-failed-text">
        {clearing.error.message}
      </p>
    );
  if (clearing.reading) return <Skeleton rows={4} height={32} />;
  return (
    <>
      <ul className="scroll max-h-72 rounded-control border border-line" aria-label="Runs and what starts over" tabIndex={0}>
        {clearing.previews.map((preview) => {
          const names = (planned.get(preview.runId) ?? [])
            .map(({ task, index }) => `${title(task)}${index === undefined ? '' : ` [${index}]`}`)
            .join(', ');
          const workflow = props.workflow?.(preview.runId);
          return (
            <li key={preview.runId} className="border-b border-line last:border-0">
              <label className="flex min-h-8 items-center gap-2 px-3 py-1 text-12">
                <input
                  type="checkbox"
                  className="size-3.5 shrink-0 accent-(--accent)"
                  disabled={clearing.progress !== null}
                  checked={clearing.chosen.has(preview.runId)}
                  onChange={(event) => clearing.choose(preview.runId, event.target.checked)}
                />
                <StatusGlyph status={preview.status} size={12} hidden />
                {workflow === undefined ? null : <span className="max-w-40 truncate">{workflow}</span>}
                <span className="num font-strong">{preview.number}</span>
                <Time at={preview.logicalTime} parts="day-time" className="shrink-0 text-ink-3" />
                <span
                  className="min-w-0 flex-1 truncate text-right text-ink-2"
                  title={preview.move ? `${names}\n${moveWords(preview.move, title)}` : names}
                >
                  {preview.refused ?? (names || 'left as it is')}
                  {preview.move ? <span className="text-ink-3">, on version {preview.move.to}</span> : null}
                </span>
              </label>
            </li>
          );
        })}
      </ul>
      {clearing.beyond > 0 ? (
        <p className="mt-2 text-12 text-ink-3">
          The {clearing.previews.length} nearest; {clearing.beyond.toLocaleString('en')} more are left out. Clear those after
          these.
        </p>
      ) : null}
      <ConsentList
        tasks={[...clearing.questions.keys()]}
        title={(task) => {
          const times = clearing.questions.get(task) ?? 0;
          return times > 1 ? `${title(task)} (${times} times)` : title(task);
        }}
        answers={clearing.answers}
        onAnswer={clearing.answer}
      />
    </>
  );
}
