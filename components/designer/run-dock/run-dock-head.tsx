import { X } from 'lucide-react';
import Link from 'next/link';
import type { RunView } from '#domain/run/read.ts';
import type { TaskRunStatus } from '#domain/run/status.ts';
import { StatusCounts } from '#components/run-view/status-counts.tsx';
import { usePerson } from '#components/shell/person.tsx';
import type { RunData } from '#components/run-view/store/history-of.ts';
import { Button } from '#components/ui/button.tsx';
import { formatDuration } from '#components/ui/format-duration.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import { StatusText } from '#components/ui/status-text.tsx';
import { DockTabs } from '../dock/dock-tabs.tsx';

/** Head of the run below the drawing: how it stands, how long it took so far, its tasks by status, and what can be done. */
export function RunDockHead(props: {
  run: RunData['run'];
  view: RunView;
  now: number;
  /** What the draft has become since: changes in words; null: it is what the run runs. */
  since: string | null;
  href: string;
  onStatus: (status: TaskRunStatus) => void;
  onCancel: () => void;
  onClose: () => void;
}) {
  const { run, view } = props;
  const mayAct = usePerson().role !== 'viewer';
  const status = view.paused && view.endedAt === null ? 'paused' : view.status;
  const elapsed =
    view.startedAt === null ? null : Math.max(0, (view.endedAt ?? Math.floor(props.now / 1000) * 1000) - view.startedAt);
  return (
    <div className="flex h-8 shrink-0 items-center gap-3 border-b border-line pr-2 pl-3.5 whitespace-nowrap max-sm:h-11">
      <DockTabs current="run" />
      <span className="h-4 w-px bg-line max-sm:hidden" />
      <StatusText status={status} size={12} className="text-12 font-strong" />
      <span className="num text-12 text-ink-2">{elapsed === null ? 'not started' : formatDuration(elapsed)}</span>
      <span className="min-w-0 flex-1 truncate text-12 text-ink-3 max-sm:hidden" title={props.since ?? undefined}>
        run {run.number} of {run.version === 0 ? 'the draft' : `version ${run.version}`}
        {props.since === null ? null : <span className="text-ink-2">, {props.since}</span>}
      </span>
      <span className="hidden flex-1 max-sm:block" />
      <StatusCounts counts={view.counts} onStatus={props.onStatus} className="@max-[800px]:hidden" />
      {view.endedAt === null && mayAct ? (
        <Button size="sm" className="max-sm:h-8" onClick={props.onCancel}>
          Cancel run…
        </Button>
      ) : null}
      <Link className="link text-12" href={props.href}>
        Open run
      </Link>
      <IconButton size="sm" label="Close the run" icon={<X strokeWidth={1.75} />} onClick={props.onClose} />
    </div>
  );
}
