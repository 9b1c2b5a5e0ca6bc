import type { ApprovalItem } from './approval-item.ts';

/** What became of a question, as a sentence. */
export function approvalWords({ status, answeredBy }: Pick<ApprovalItem, 'status' | 'answeredBy'>): string {
  switch (status) {
    case 'waiting':
      return 'It waits for an answer.';
    case 'approved':
      return `Approved by ${answeredBy ?? 'somebody'}.`;
    case 'rejected':
      return `Rejected by ${answeredBy ?? 'somebody'}.`;
    case 'expired':
      return 'Nobody answered in time.';
    case 'withdrawn':
      return 'The task was cancelled, cleared or marked before anybody answered.';
  }
}
