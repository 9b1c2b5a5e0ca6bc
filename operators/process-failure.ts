import type { Json } from '#domain/definition/schema/json.ts';
import type { Outcome, ProcessEnd } from './runner.ts';

/** A duration for people: `12 ms`, `2.9 s`, `4 min 52 s`. */
function inWords(durationMs: number): string {
  if (durationMs < 950) return `${Math.max(0, Math.round(durationMs))} ms`;
  if (durationMs < 60_000) return `${(Math.max(0, durationMs) / 1000).toFixed(1)} s`;
  const seconds = Math.round(durationMs / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** The one key of an output that is no value but an answer: `{"$error": {code?, message, retry?}}` or `{"$skip": reason}`. */
function answerOf(output: Json | undefined): { error?: { code?: string; message: string; retry?: string }; skip?: string } {
  if (output === null || typeof output !== 'object' || Array.isArray(output)) return {};
  const error = output.$error;
  if (error !== null && typeof error === 'object' && !Array.isArray(error) && typeof error.message === 'string')
    return {
      error: {
        message: error.message,
        ...(typeof error.code === 'string' ? { code: error.code } : {}),
        ...(typeof error.retry === 'string' ? { retry: error.retry } : {}),
      },
    };
  return typeof output.$skip === 'string' ? { skip: output.$skip } : {};
}

/**
 * What the end of a program means before its operator looks at the output: failed by exit code or signal, by the error or
 * skip it wrote to its output file, or by an output that cannot be read. `null` when all is well.
 */
export function processFailure(end: ProcessEnd): Outcome | null {
  const after = `after ${inWords(end.durationMs)}`;
  const { error, skip } = answerOf(end.output);
  if (error) {
    const how = end.signal !== null ? `signal ${end.signal}` : `exit ${end.exitCode ?? 0}`;
    return {
      type: 'failed',
      error: { code: error.code ?? 'exit', message: error.code ? error.message : `${how} ${after}: ${error.message}` },
      retry: error.retry === 'never' ? 'never' : 'policy',
    };
  }
  if (end.signal !== null)
    return { type: 'failed', error: { code: 'signal', message: `signal ${end.signal} ${after}` }, retry: 'policy' };
  if (end.exitCode !== 0)
    return { type: 'failed', error: { code: 'exit', message: `exit ${end.exitCode ?? 'unknown'} ${after}` }, retry: 'policy' };
  if (skip !== undefined) return { type: 'skipped', reason: skip };
  if (end.outputProblem !== undefined)
    return { type: 'failed', error: { code: 'output', message: end.outputProblem }, retry: 'policy' };
  return null;
}
