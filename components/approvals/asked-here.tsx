'use client';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTRPC } from '#components/data/trpc.ts';
import { Markdown } from '#components/ui/markdown.tsx';
import { AnswerForm } from './answer-form.tsx';
import { approvalWords } from './approval-words.ts';
import { audienceWords } from './audience-words.ts';

/** What a task of a run asks, or asked, in its panel: the same question and the same answer as on the page of approvals. */
export function AskedHere(props: { runId: string; task: string; index: number | undefined; attempt: number; stamp: string }) {
  const trpc = useTRPC();
  const list = useQuery(trpc.approvals.list.queryOptions({ runId: props.runId, limit: 200 }, { staleTime: 0 }));
  const { refetch } = list;
  useEffect(() => void refetch(), [props.stamp, refetch]);
  const asked = list.data?.approvals.find(
    ({ task, mapIndex, attempt }) => task === props.task && mapIndex === (props.index ?? -1) && attempt === props.attempt,
  );
  if (!asked) return null;
  return (
    <section aria-label="Approval" className="shrink-0 border-b border-line px-4 pt-2.5 pb-3">
      <Markdown text={asked.message} className="mb-3" />
      {asked.status !== 'waiting' ? (
        <p className="text-12 text-ink-2">
          {approvalWords(asked)}
          {asked.comment ? ` ${asked.comment}` : ''}
        </p>
      ) : asked.mine ? (
        <AnswerForm key={asked.attemptId} approval={asked} />
      ) : (
        <p className="text-12 text-ink-2">It waits for {audienceWords(asked.audience)}.</p>
      )}
    </section>
  );
}
