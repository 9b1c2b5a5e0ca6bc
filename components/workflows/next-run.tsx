'use client';
import { BreakerState } from '#components/breakers/breaker-state.tsx';
import { Time } from '#components/ui/time.tsx';
import { cx } from '#components/ui/cx.ts';
import type { WorkflowItem } from './workflow-item.ts';

/** Why there is no next instant, or null. */
function without(workflow: WorkflowItem): string | null {
  if (workflow.triggers.length === 0) return 'by hand';
  if (!workflow.enabled) return 'off';
  if (workflow.version === null) return 'not published';
  if (workflow.triggers.every((t) => !t.enabled)) return 'triggers off';
  if (workflow.next) return null;
  return workflow.triggers.some((t) => t.type === 'continuous') ? 'when free' : 'no more';
}

/** Next run: the instant, then how far away; or why there is none, and when it ran last. Two cells of a row. */
export function NextRun({ workflow, className }: { workflow: WorkflowItem; className?: string }) {
  const why = without(workflow);
  const held = why === null ? workflow.breaker : null;
  const last = workflow.recent.at(-1);
  const lastAt = last ? (last.startedAt ?? last.logicalTime) : null;
  return (
    <>
      <span
        role="cell"
        className={cx('px-2 text-13 whitespace-nowrap max-sm:px-0 max-sm:text-12', why && 'text-ink-3 text-12', className)}
      >
        {held ? (
          <BreakerState state={held.state} word={held.state === 'open' ? 'circuit open' : 'on trial'} className="text-12" />
        ) : (
          (why ?? (workflow.next ? <Time at={workflow.next.at} parts="day-time" /> : null))
        )}
      </span>
      <span role="cell" className="truncate px-2 text-12 text-ink-3 max-lg:hidden max-sm:block max-sm:px-0">
        {held ? (
          held.trialAt === null ? (
            'until it is closed'
          ) : held.trialAt > Date.now() ? (
            <>
              trial <Time at={held.trialAt} relative="only" />
            </>
          ) : (
            'next one is the trial'
          )
        ) : why === null && workflow.next ? (
          <Time at={workflow.next.at} relative="only" />
        ) : lastAt === null ? (
          'never run'
        ) : (
          <>
            last <Time at={lastAt} parts="day-time" />
          </>
        )}
      </span>
    </>
  );
}
