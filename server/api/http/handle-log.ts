import { personOf } from '#server/auth/person-of.ts';
import { requirePermission } from '#server/auth/require-permission.ts';
import { webProcess } from '#server/boot/web.ts';
import { Refusal } from '#server/refusal.ts';
import { requireAttempt } from '#server/runs/require-attempt.ts';
import type { LogChunk } from '#server/store/store.ts';
import { answerRefusal } from './answer-refusal.ts';
import { attachment } from './attachment.ts';

const page = 500;
const textOf = ({ omitted, text }: LogChunk) => (omitted > 0 ? `[${omitted} bytes left out here]\n${text}` : text);

/** Download of an attempt's whole log as text, in the order it was written, page by page. */
export async function handleLog(request: Request, runId: string, attemptId: string): Promise<Response> {
  try {
    const { auth, store } = await webProcess();
    requirePermission(await personOf(auth, request.headers), 'logs.read');
    const attempt = await requireAttempt(store, attemptId);
    if (attempt.runId !== runId) throw new Refusal('attempt.unknown', 'This attempt belongs to another run.', 404);
    let seq = 0;
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const chunks = await store.runs.logs(attemptId, seq, page);
        if (chunks.length > 0) controller.enqueue(new TextEncoder().encode(chunks.map(textOf).join('')));
        seq = chunks.at(-1)?.seq ?? seq;
        if (chunks.length < page) controller.close();
      },
    });
    return new Response(body, { headers: attachment(`${attempt.task}-${attempt.attempt}.log`, 'text/plain; charset=utf-8') });
  } catch (error) {
    return answerRefusal(error);
  }
}
