'use client';
import { ChevronRight } from 'lucide-react';
import { useCallback, useState } from 'react';
import type { TaskRunView } from '#domain/run/read.ts';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { StatusGlyph } from '#components/ui/status-glyph.tsx';
import { Time } from '#components/ui/time.tsx';
import { LogToolbar } from '../log/log-toolbar.tsx';
import { LogView } from '../log/log-view.tsx';
import type { LogSettings } from '../log/use-log-settings.ts';
import { clockWords } from '../store/clock-words.ts';
import type { AttemptItem } from './attempt-item.ts';
import { AttemptLayer } from './attempt-layer.tsx';

/** Attempts as layers, the chosen one open with its log; the next one dashed below while it waits. */
export function LogTab(props: {
  runId: string;
  view: TaskRunView;
  attempts: AttemptItem[];
  chosen: AttemptItem | null;
  /** The attempts have not been read yet. */
  loading: boolean;
  onChoose: (attempt: AttemptItem) => void;
  settings: LogSettings;
  /** Number of the line the address names, of the chosen attempt. */
  line: number | null;
  onLine: (attempt: AttemptItem, line: number) => void;
  now: number;
}) {
  const { view, attempts, chosen, onLine } = props;
  const [found, setFound] = useState<{ at: number; all: number } | null>(null);
  const [step, setStep] = useState(0);
  // What failed, or is linked, is read from its spot: its end is followed when the person asks for it.
  const [followed, setFollowed] = useState<string | null>(null);
  const failed = chosen?.status === 'failed';
  const held = (failed || props.line !== null) && followed !== chosen?.id;
  const settings: LogSettings = {
    ...props.settings,
    follow: props.settings.follow && !held,
    setFollow: (follow) => {
      setFollowed(follow ? (chosen?.id ?? null) : null);
      props.settings.setFollow(follow);
    },
  };
  const onChosenLine = useCallback((line: number) => chosen && onLine(chosen, line), [chosen, onLine]);
  if (!chosen && props.loading) return <Skeleton rows={6} height={28} />;
  if (!chosen)
    return (
      <EmptyState title="Nothing has run here yet." className="py-10">
        {view.status === 'none' ? 'Its log begins with its first attempt.' : view.reason}
      </EmptyState>
    );
  const open = attempts.indexOf(chosen);
  return (
    <>
      <LogToolbar
        settings={settings}
        found={found}
        onStep={(by) => setStep(step + by)}
        downloadHref={`/api/runs/${encodeURIComponent(props.runId)}/logs/${encodeURIComponent(chosen.id)}`}
      />
      <div className="flex min-h-0 flex-1 flex-col px-4 pb-3">
        {attempts.slice(0, open).map((attempt, i) => (
          <AttemptLayer
            key={attempt.id}
            attempt={attempt}
            status={view.status}
            open={false}
            onToggle={() => props.onChoose(attempt)}
            className={`mx-2 w-auto border border-b-0 border-line bg-sunken hover:bg-hover ${i === 0 ? 'rounded-t-control' : ''}`}
          />
        ))}
        <div className="flex min-h-0 flex-1 flex-col overflow-hidden rounded-control border border-line-2 bg-code-bg">
          <AttemptLayer
            attempt={chosen}
            status={view.status}
            open
            onToggle={() => {}}
            className="border-b border-line bg-surface"
          />
          <LogView
            key={chosen.id}
            attemptId={chosen.id}
            attempt={chosen.attempt}
            running={chosen.endedAt === null}
            failed={failed}
            line={props.line}
            onLine={onChosenLine}
            settings={settings}
            step={step}
            onFound={setFound}
          />
        </div>
        {attempts.slice(open + 1).map((attempt, i, rest) => (
          <AttemptLayer
            key={attempt.id}
            attempt={attempt}
            status={view.status}
            open={false}
            onToggle={() => props.onChoose(attempt)}
            className={`mx-2 w-auto border border-t-0 border-line bg-sunken hover:bg-hover ${i === rest.length - 1 && view.status !== 'up_for_retry' ? 'rounded-b-control' : ''}`}
          />
        ))}
        {view.status === 'up_for_retry' && view.dueAt !== null ? (
          <div className="mx-2 flex min-h-7 items-center gap-2 rounded-b-control border border-t-0 border-dashed border-line px-2.5 text-12">
            <ChevronRight className="size-3.5 text-ink-3" strokeWidth={1.75} aria-hidden />
            <StatusGlyph status="up_for_retry" size={12} hidden />
            <b>Attempt {view.attempt + 1}</b>
            <span className="flex-1 text-ink-2">starts in {clockWords(view.dueAt - props.now)}</span>
            <Time at={view.dueAt} parts="seconds" className="text-ink-3" />
          </div>
        ) : null}
      </div>
    </>
  );
}
