'use client';
import Link from 'next/link';
import { Button } from '#components/ui/button.tsx';
import { StatusGlyph } from '#components/ui/status-glyph.tsx';
import { Time } from '#components/ui/time.tsx';
import type { ApprovalItem } from './approval-item.ts';
import { approvalWords } from './approval-words.ts';
import { audienceWords } from './audience-words.ts';

const glyphs = {
  waiting: 'awaiting_input',
  approved: 'success',
  rejected: 'failed',
  expired: 'failed',
  withdrawn: 'cancelled',
} as const;

/** One question of the list: what, of which run, since when, and who may answer or did. */
export function ApprovalLine({ approval, onOpen }: { approval: ApprovalItem; onOpen: () => void }) {
  const waiting = approval.status === 'waiting';
  return (
    <li className="flex min-h-14 items-center gap-3 border-b border-line px-6 py-2 hover:bg-hover max-xl:px-4 max-sm:flex-wrap">
      <StatusGlyph status={glyphs[approval.status]} hidden />
      <div className="min-w-0 flex-1">
        <div className="flex min-w-0 items-baseline gap-2">
          <button type="button" className="truncate text-left font-strong hover:underline" onClick={onOpen}>
            {approval.taskName}
            {approval.mapIndex < 0 ? '' : ` [${approval.mapIndex}]`}
          </button>
          <Link
            href={`/runs/${encodeURIComponent(approval.runId)}?task=${encodeURIComponent(approval.task)}`}
            className="link shrink-0 text-12"
          >
            {approval.workflowName}
            {approval.runNumber === null ? '' : ` #${approval.runNumber}`}
          </Link>
        </div>
        <div className="truncate text-12 text-ink-2">{approval.message.replaceAll(/[*`#>]/g, '').replaceAll(/\s+/g, ' ')}</div>
        <div className="truncate text-12 text-ink-3">
          {waiting ? `Waits for ${audienceWords(approval.audience)}` : approvalWords(approval)}
        </div>
      </div>
      <div className="num shrink-0 text-right text-12 text-ink-3">
        {waiting ? 'asked' : 'answered'} <Time at={approval.answeredAt ?? approval.askedAt} relative="only" />
        <div className="max-sm:hidden">
          <Time at={approval.answeredAt ?? approval.askedAt} parts="day-time" />
        </div>
        {waiting && approval.dueAt !== null ? (
          <div>
            due <Time at={approval.dueAt} relative="only" />
          </div>
        ) : null}
      </div>
      <Button look={waiting && approval.mine ? 'primary' : 'plain'} onClick={onOpen}>
        {waiting && approval.mine ? 'Answer' : 'Look'}
      </Button>
    </li>
  );
}
