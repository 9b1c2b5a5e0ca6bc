import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import type { InProcessRunner, Outcome, Question } from '#operators/runner.ts';

/** What an answer brings: who decided what, and what was filled in. */
interface Answer {
  decision: 'approved' | 'rejected';
  answers: JsonObject;
  by: string;
  at: string;
  comment: string | null;
}

/** The answers are the output; who decided, when and why stands beside them under `approval`. */
const outputOf = ({ answers, ...approval }: Answer): Json => ({ ...answers, approval });

function decide(config: JsonObject, answer: Answer): Outcome {
  if (answer.decision === 'approved') return { type: 'done', output: outputOf(answer), ports: ['approved'] };
  if (config.onReject === 'port') return { type: 'done', output: outputOf(answer), ports: ['rejected'] };
  const why = answer.comment ? `: ${answer.comment}` : '';
  return { type: 'failed', error: { code: 'rejected', message: `rejected by ${answer.by}${why}` }, retry: 'never' };
}

function timedOut(config: JsonObject, now: number): Outcome {
  const nobody = { answers: {}, by: 'nobody', at: new Date(now).toISOString(), comment: 'Nobody answered in time.' };
  switch (config.onTimeout) {
    case 'approve':
      return decide(config, { decision: 'approved', ...nobody });
    case 'reject':
      return decide(config, { decision: 'rejected', ...nobody });
    case 'skip':
      return { type: 'skipped', reason: 'nobody answered in time' };
    default:
      return { type: 'failed', error: { code: 'timeout', message: 'timeout: nobody answered in time' }, retry: 'never' };
  }
}

export const runner: InProcessRunner = {
  kind: 'in-process',
  bare: true,
  resumes: true,
  run(config, context) {
    const { woken } = context;
    if (woken?.answer !== undefined) return decide(config, woken.answer as unknown as Answer);
    if (woken) return timedOut(config, context.now());
    const ask: Question = {
      message: String(config.message),
      form: (config.form as JsonObject | undefined) ?? null,
      role: (config.role as string | undefined) ?? null,
      people: (config.people as string[] | undefined) ?? [],
    };
    const until = config.waitSec === undefined ? {} : { untilMs: context.now() + Number(config.waitSec) * 1000 };
    return { type: 'await', key: 'approval', ask, ...until };
  },
};
