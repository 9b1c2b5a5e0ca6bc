import type { LogChunk } from '#server/store/store.ts';
import type { Violation } from './violation.ts';

/** Lines of ours, and characters that were made readable, come beside the bytes of the program. */
const slackBytes = 64 * 1024;

/**
 * The log of an attempt from its beginning: chunks are numbered without a gap, no stream goes back, what was left out stands
 * between what is there (I8), and it keeps within its cap (I11).
 */
export function judgeLog(attemptId: string, chunks: readonly LogChunk[], capBytes: number): Violation[] {
  const found: Violation[] = [];
  const blame = (invariant: 'I8' | 'I11', message: string) => found.push({ invariant, subject: attemptId, message });
  const last = { out: -1, err: -1, sys: -1 };
  let bytes = 0;
  for (const [at, { seq, stream, offset, omitted, text }] of chunks.entries()) {
    if (seq !== at + 1) {
      blame('I8', `Chunk ${at + 1} of its log is missing: ${seq} stands there.`);
      break;
    }
    // What is left out of a stream lies between its chunks; a line of ours only says how much it was.
    const from = last[stream] + (stream === 'sys' ? 0 : omitted);
    if (offset < from) blame('I8', `Chunk ${seq} of its log goes back to byte ${offset} of ${stream}, before ${from}.`);
    if (omitted < 0) blame('I8', `Chunk ${seq} of its log says that ${omitted} bytes are left out.`);
    last[stream] = offset;
    bytes += Buffer.byteLength(text);
  }
  if (bytes > capBytes + slackBytes) blame('I11', `Its log keeps ${bytes} bytes, and ${capBytes} are its cap.`);
  return found;
}
