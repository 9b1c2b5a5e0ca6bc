'use client';
import Link from 'next/link';
import { Dialog } from '#components/ui/dialog.tsx';
import { Markdown } from '#components/ui/markdown.tsx';
import { Time } from '#components/ui/time.tsx';
import { AnswerForm } from './answer-form.tsx';
import type { ApprovalItem } from './approval-item.ts';
import { approvalWords } from './approval-words.ts';
import { audienceWords } from './audience-words.ts';

/** One question: what is asked, by which run, and the answer, given or to be given. */
export function ApprovalDialog({ approval, onClose }: { approval: ApprovalItem; onClose: () => void }) {
  const href = `/runs/${encodeURIComponent(approval.runId)}?task=${encodeURIComponent(approval.task)}`;
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={approval.taskName}
      description={
        <>
          <Link href={href} className="link">
            {approval.workflowName}
            {approval.runNumber === null ? '' : `, run ${approval.runNumber}`}
          </Link>{' '}
          asked <Time at={approval.askedAt} relative="only" />
          {approval.status === 'waiting' && approval.dueAt !== null ? (
            <>
              , until <Time at={approval.dueAt} />
            </>
          ) : null}
        </>
      }
    >
      <Markdown text={approval.message} className="mb-4 rounded-control border border-line bg-sunken px-3 py-2.5" />
      {approval.status === 'waiting' && approval.mine ? (
        <AnswerForm approval={approval} onDone={onClose} />
      ) : approval.status === 'waiting' ? (
        <p className="text-13 text-ink-2">It waits for {audienceWords(approval.audience)}.</p>
      ) : (
        <div className="flex flex-col gap-2 text-13">
          <p>{approvalWords(approval)}</p>
          {approval.comment ? <Markdown text={approval.comment} /> : null}
          {approval.answers && Object.keys(approval.answers).length > 0 ? (
            <pre className="scroll rounded-control bg-sunken px-3 py-2 font-mono text-12">
              {JSON.stringify(approval.answers, null, 2)}
            </pre>
          ) : null}
        </div>
      )}
    </Dialog>
  );
}
