'use client';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { ConsentList, type Consent } from '#components/run-view/acts/consent-list.tsx';
import { useTRPC, useTRPCClient } from '#components/data/trpc.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { StatusGlyph } from '#components/ui/status-glyph.tsx';
import { Time } from '#components/ui/time.tsx';
import { toast } from '#components/ui/toast.ts';
import { failedTasks } from './failed-tasks.ts';
import type { GridRun } from './grid-run.ts';

/** Runs that one act takes in at most; the newest. */
const mostRuns = 200;
const clearOf = (run: GridRun) => ({
  runId: run.id,
  tasks: failedTasks(run).map((task) => ({ task })),
  downstream: true,
  onlyFailed: true,
});
const key = (run: string, task: string, index?: number) => `${run}\n${task}\n${index ?? ''}`;

/** Clears in many runs at once what failed and what could not run because of it. The engine says beforehand what that changes, run by run. */
export function ClearFailedDialog(props: { runs: readonly GridRun[]; title: (task: string) => string; onClose: () => void }) {
  // The list stays as it was opened: it must not change under the hand that presses the button.
  const [runs] = useState(() => props.runs.slice(0, mostRuns));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(runs.map(({ id }) => id)));
  const [answers, setAnswers] = useState<ReadonlyMap<string, Consent>>(new Map());
  const [busy, setBusy] = useState(false);
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { mutate, data, error } = useMutation(trpc.runs.previewClear.mutationOptions());
  useEffect(() => mutate({ runs: runs.map(clearOf) }), [mutate, runs]);
  const previews = useMemo(() => new Map(data?.map((preview) => [preview.runId, preview])), [data]);
  const possible = runs.filter(({ id }) => chosen.has(id) && (previews.get(id)?.changes.length ?? 0) > 0);
  const asked = [
    ...new Set(
      possible.flatMap(
        ({ id }) =>
          previews
            .get(id)
            ?.changes.filter((c) => c.consent)
            .map((c) => c.task) ?? [],
      ),
    ),
  ];
  const spared = new Set(asked.filter((task) => answers.get(task) === 'leave'));
  const left = (run: string) =>
    (previews.get(run)?.changes ?? []).filter((change) => !(change.consent && spared.has(change.task)));
  const count = possible.reduce((sum, { id }) => sum + left(id).length, 0);
  const open = asked.filter((task) => !answers.has(task)).length;
  const clear = async () => {
    setBusy(true);
    const refused: string[] = [];
    for (const run of possible) {
      const again = new Set(left(run.id).map(({ task, index }) => key(run.id, task, index)));
      const spare = (previews.get(run.id)?.changes ?? [])
        .filter(({ task, index }) => !again.has(key(run.id, task, index)))
        .map(({ task, index }) => (index === undefined ? { task } : { task, index }));
      const consent = asked.filter((task) => answers.get(task) === 'again').map((task) => ({ task }));
      await client.runs.clear
        .mutate({ ...clearOf(run), spare, consent })
        .catch((reason: Error) => refused.push(`Run ${run.number}: ${reason.message}`));
    }
    setBusy(false);
    const done = possible.length - refused.length;
    if (refused.length > 0)
      toast({ level: 'error', title: `${refused.length} of ${possible.length} runs stay as they are.`, body: refused[0] ?? '' });
    else toast({ title: `Cleared in ${done} ${done === 1 ? 'run' : 'runs'}; they go on now.` });
    props.onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(on) => (on ? undefined : props.onClose())}
      title="Clear what failed"
      description="What failed, and what could not run because of it, runs again in its own run. What it did before stays in the history."
      width={560}
      footer={
        <>
          <Button onClick={props.onClose}>Leave as it is</Button>
          <Button look="primary" busy={busy || count === 0 || open > 0} onClick={() => void clear()}>
            {open > 0
              ? `${open} ${open === 1 ? 'answer is' : 'answers are'} missing`
              : count === 0
                ? 'Nothing to clear'
                : `Clear ${count} ${count === 1 ? 'task' : 'tasks'} in ${possible.length} ${possible.length === 1 ? 'run' : 'runs'}`}
          </Button>
        </>
      }
    >
      {error ? (
        <p role="alert" className="text-13 text-st-failed-text">
          {error.message}
        </p>
      ) : !data ? (
        <Skeleton rows={Math.min(6, runs.length)} height={32} />
      ) : (
        <ul className="scroll max-h-72 rounded-control border border-line" aria-label="Runs with what failed" tabIndex={0}>
          {runs.map((run) => {
            const preview = previews.get(run.id);
            return (
              <li key={run.id} className="border-b border-line last:border-0">
                <label className="flex min-h-8 items-center gap-2 px-3 py-1 text-12">
                  <input
                    type="checkbox"
                    className="size-3.5 accent-(--accent)"
                    checked={chosen.has(run.id)}
                    onChange={(event) =>
                      setChosen((before) => {
                        const after = new Set(before);
                        if (event.target.checked) after.add(run.id);
                        else after.delete(run.id);
                        return after;
                      })
                    }
                  />
                  <StatusGlyph status={run.status} size={12} hidden />
                  <span className="num font-strong">{run.number}</span>
                  <Time at={run.logicalTime} parts="day-time" className="text-ink-3" />
                  <span className="min-w-0 flex-1 truncate text-right text-ink-2">
                    {preview?.refused ??
                      left(run.id)
                        .map(({ task, index }) => `${props.title(task)}${index === undefined ? '' : ` [${index}]`}`)
                        .join(', ')}
                  </span>
                </label>
              </li>
            );
          })}
        </ul>
      )}
      {props.runs.length > mostRuns ? (
        <p className="mt-2 text-12 text-ink-3">
          The {mostRuns} newest of {props.runs.length}; clear the others after them.
        </p>
      ) : null}
      <ConsentList
        tasks={asked}
        title={props.title}
        answers={answers}
        onAnswer={(task, answer) => setAnswers((before) => new Map(before).set(task, answer))}
      />
    </Dialog>
  );
}
