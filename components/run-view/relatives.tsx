'use client';
import Link from 'next/link';
import { StatusGlyph } from '#components/ui/status-glyph.tsx';
import { useRelatives } from './use-relatives.ts';

/** The run that started this one, or the runs that one task of it started (`task`), newest attempt first. */
export function Relatives(props: { runId: string; task?: string }) {
  const data = useRelatives(props.runId);
  const found =
    props.task === undefined
      ? data?.parent
        ? [data.parent]
        : []
      : (data?.children ?? []).filter(({ task }) => task === props.task);
  if (found.length === 0) return null;
  return (
    <section
      aria-label={props.task === undefined ? 'Started by' : 'Runs it started'}
      className="shrink-0 border-b border-line px-4 py-2 text-12 text-ink-2"
    >
      {props.task === undefined ? 'Started by ' : null}
      <ul className={props.task === undefined ? 'inline' : undefined}>
        {found.toReversed().map((run) => (
          <li key={run.runId} className={props.task === undefined ? 'inline' : 'flex items-center gap-2 py-0.5'}>
            {props.task === undefined ? null : <StatusGlyph status={run.status} />}
            <Link
              className="link"
              href={`/runs/${encodeURIComponent(run.runId)}${props.task === undefined ? `?task=${encodeURIComponent(run.task)}` : ''}`}
            >
              {run.workflowName}, run {run.number}
            </Link>
            {props.task === undefined ? ` (task ${run.task})` : <span className="text-ink-3">attempt {run.attempt}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
