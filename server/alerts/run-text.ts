import { timeTaken } from './time-taken.ts';

/** What an alert says of a run. */
export interface RunFactsForAlert {
  workflow: string;
  number: number;
  event: 'failed' | 'success' | 'cancelled' | 'late';
  /** Why the run ended as it did, where its status does not say it. */
  reason: string | null;
  /** Task runs that failed: their names as people know them, with the reason. */
  failed: { task: string; reason: string | null }[];
  /** Task runs that have not ended: of a run that is late. */
  unfinished: string[];
  /** From its creation, in ms. */
  tookMs: number;
  /** Where the run is looked at. */
  address: string;
}

const words = { failed: 'failed', success: 'succeeded', cancelled: 'was cancelled', late: 'is late' } as const;
/** Names in a message: it must be read at a glance, on a telephone. */
const named = 10;

/** Subject and text of an alert about a run. The subject begins with what happened, so that a list of mails can be read. */
export function runText(run: RunFactsForAlert): { subject: string; text: string } {
  const { workflow, number, event, reason, failed, unfinished, tookMs, address } = run;
  const title = `${workflow}, run ${number}`;
  const lines =
    event === 'late'
      ? [`${title} has not ended ${timeTaken(tookMs)} after it was created.`]
      : [`${title} ${words[event]} after ${timeTaken(tookMs)}.`];
  if (reason !== null) lines.push(`Reason: ${reason}`);
  for (const { task, reason: why } of failed.slice(0, named)) lines.push(`${task}: ${why ?? 'failed'}`);
  if (failed.length > named) lines.push(`${failed.length - named} more failed.`);
  if (event === 'late' && unfinished.length > 0) {
    const more = unfinished.length > named ? `, and ${unfinished.length - named} more` : '';
    lines.push(`Not ended: ${unfinished.slice(0, named).join(', ')}${more}`);
  }
  return { subject: `${title} ${words[event]}`, text: [...lines, '', address].join('\n') };
}
