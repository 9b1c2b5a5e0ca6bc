import { formatDuration } from '#components/ui/format-duration.ts';
import { formatInstant } from '#components/ui/format-instant.ts';
import type { TaskSummary } from './task-summary.ts';

/** A failed run in a few lines to paste into a chat or a ticket, with the address of what is looked at. */
export function incidentText(input: {
  workflow: string;
  number: number;
  logicalTime: number;
  status: string;
  zone: string;
  tasks: TaskSummary[];
  title: (task: string) => string;
  address: string;
}): string {
  const failed = input.tasks.filter((t) => t.status === 'failed');
  const lines = failed.map(({ task, view }) => {
    const took =
      view.startedAt !== null && view.endedAt !== null ? ` after ${formatDuration(view.endedAt - view.startedAt)}` : '';
    return `- ${input.title(task)} failed: ${view.reason ?? 'no reason given'}${took}, attempt ${view.attempt}`;
  });
  const head = `${input.workflow}, run ${input.number} of ${formatInstant(input.logicalTime, input.zone, 'full')}: ${input.status}`;
  return [head, ...lines, input.address].join('\n');
}
