'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { memo } from 'react';
import { Avatar } from '#components/ui/avatar.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { cx } from '#components/ui/cx.ts';
import { Duration } from '#components/ui/duration.tsx';
import { ProblemGlyph } from '#components/ui/problem-glyph.tsx';
import { RunBars } from '#components/ui/run-bars.tsx';
import { StatusText } from '#components/ui/status-text.tsx';
import { Switch } from '#components/ui/switch.tsx';
import { NextRun } from './next-run.tsx';
import { scheduleWords } from './schedule-words.ts';
import type { WorkflowActs } from './use-workflow-acts.ts';
import { workflowDrag } from './workflow-drag.ts';
import { workflowColumns } from './workflow-columns.ts';
import type { WorkflowItem } from './workflow-item.ts';
import { WorkflowMenu } from './workflow-menu.tsx';

function Problems({ level, count }: { level: 'error' | 'warning'; count: number }) {
  return count === 0 ? null : (
    <span className="inline-flex items-center gap-1 text-12">
      <ProblemGlyph level={level} size={14} />
      <span className="num">{count}</span>
    </span>
  );
}

function Now({ running }: { running: WorkflowItem['running'] }) {
  const first = running[0];
  if (!first) return null;
  return (
    <Link
      href={running.length === 1 ? `/runs/${encodeURIComponent(first.runId)}` : '/runs?status=running'}
      onClick={(event) => event.stopPropagation()}
      className="inline-flex rounded-chip text-12 hover:underline"
    >
      <StatusText status={first.startedAt === null ? 'queued' : 'running'} size={12}>
        {running.length > 1 ? (
          `${running.length} runs`
        ) : first.startedAt === null ? (
          'queued'
        ) : (
          <Duration from={first.startedAt} to={null} />
        )}
      </StatusText>
    </Link>
  );
}

/** One workflow: a line of 36 px, on a phone three lines. The whole line opens it; switch, links and menu stay apart. */
export const WorkflowRow = memo(function WorkflowRow(props: {
  workflow: WorkflowItem;
  acts: WorkflowActs;
  zone: string;
  /** ms since the epoch; measures the bars of what still runs. */
  now: number;
  rowIndex: number;
  /** Another workflow has the same name: the id tells them apart. */
  twin?: boolean;
  onFocus: (id: string) => void;
}) {
  const { workflow, acts } = props;
  const router = useRouter();
  const href = `/workflows/${encodeURIComponent(workflow.id)}`;
  return (
    <div
      role="row"
      aria-rowindex={props.rowIndex}
      data-workflow={workflow.id}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(workflowDrag, workflow.id);
        event.dataTransfer.effectAllowed = 'move';
      }}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest('a,button,[role=switch]')) return;
        if (event.metaKey || event.ctrlKey) open(href, '_blank');
        else router.push(href);
      }}
      onFocus={() => props.onFocus(workflow.id)}
      className={cx(
        workflowColumns,
        'group h-9 cursor-pointer in-data-dense:h-7 border-b border-line hover:bg-hover has-[a[data-name]:focus-visible]:bg-accent-soft',
        'max-sm:relative max-sm:h-[82px] max-sm:grid-cols-[minmax(0,1fr)_auto_auto] max-sm:grid-rows-[24px_16px_22px] max-sm:content-center max-sm:gap-x-3 max-sm:px-4',
      )}
    >
      <span role="cell" className="pl-6 max-xl:pl-4 max-sm:col-start-3 max-sm:row-start-1 max-sm:justify-self-end max-sm:pl-0">
        <Switch label={workflow.name} checked={workflow.enabled} onChange={(on) => acts.setEnabled(workflow, on)} tabIndex={-1} />
      </span>
      <span role="cell" className="flex min-w-0 items-center gap-2 px-2 max-sm:col-start-1 max-sm:row-start-1 max-sm:px-0">
        <Link
          href={href}
          data-name
          title={workflow.name}
          className={cx(
            'truncate font-strong hover:underline hover:underline-offset-3 focus-visible:outline-0 max-sm:text-14',
            !workflow.enabled && workflow.version !== null && 'font-text text-ink-3',
          )}
        >
          {workflow.name}
        </Link>
        {props.twin ? (
          <span className="num max-w-24 shrink-0 truncate font-mono text-11 text-ink-3" title={workflow.id}>
            {workflow.id}
          </span>
        ) : null}
        {workflow.version === null ? <Badge className="shrink-0 max-sm:hidden">draft</Badge> : null}
        {workflow.tags.length === 0 ? null : (
          // Tags give way before the name does: what has no room wraps into a line that is not seen.
          <span className="flex h-[18px] min-w-0 shrink-[9999] flex-wrap gap-x-2 overflow-hidden max-xl:hidden">
            {workflow.tags.slice(0, 2).map((tag) => (
              <Badge key={tag} className="h-[18px]">
                {tag}
              </Badge>
            ))}
          </span>
        )}
      </span>
      <span
        role="cell"
        className={cx(
          'truncate px-2 text-ink-2 max-lg:hidden max-sm:col-span-3 max-sm:col-start-1 max-sm:row-start-2 max-sm:block max-sm:px-0 max-sm:text-12',
          !workflow.enabled && 'text-ink-3',
        )}
        title={scheduleWords(workflow, props.zone)}
      >
        {scheduleWords(workflow, props.zone)}
      </span>
      <span className="contents max-sm:col-start-1 max-sm:row-start-3 max-sm:flex max-sm:items-baseline max-sm:gap-1.5 max-sm:overflow-hidden">
        <NextRun workflow={workflow} />
      </span>
      <span
        role="cell"
        className="overflow-hidden px-2 max-xl:[&_i:nth-child(-n+4)]:hidden max-sm:col-span-2 max-sm:col-start-2 max-sm:row-start-3 max-sm:justify-self-end max-sm:px-0 max-sm:[&_i:nth-child(-n+4)]:block"
      >
        <RunBars runs={workflow.recent} now={props.now} />
      </span>
      <span role="cell" className="flex items-center px-2 whitespace-nowrap max-sm:hidden">
        <Now running={workflow.running} />
      </span>
      <span role="cell" className="flex gap-2 px-2 max-sm:col-start-2 max-sm:row-start-1 max-sm:px-0">
        <Problems level="error" count={workflow.problems.errors} />
        <Problems level="warning" count={workflow.problems.warnings} />
      </span>
      <span role="cell" className="flex items-center px-2 max-xl:hidden">
        {workflow.owner ? <Avatar name={workflow.owner} /> : null}
      </span>
      <span
        role="cell"
        className="pr-3 text-right opacity-0 group-hover:opacity-100 focus-within:opacity-100 group-has-[:focus-visible]:opacity-100 has-data-popup-open:opacity-100 max-sm:hidden [@media(hover:none)]:opacity-100"
      >
        <WorkflowMenu workflow={workflow} acts={acts} />
      </span>
    </div>
  );
});
