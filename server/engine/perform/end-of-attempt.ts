import type { Json } from '#domain/definition/schema/json.ts';
import { CodedFailure, type FailureReason, type Outcome } from '#operators/runner.ts';
import type { ArtifactRow } from '#server/store/store.ts';
import { nameArtifacts } from './artifact-refs.ts';
import type { Mask } from './mask.ts';
import type { StopReason } from './perform-parts.ts';
import type { AttemptEnd } from './performer.ts';
import { outputCapBytes, tooLarge } from './read-output.ts';

/** Outcomes that end an attempt; the others park it. */
export type FinalOutcome = Extract<Outcome, { type: 'done' | 'failed' | 'skipped' }>;

const stopped: Record<StopReason, FailureReason> = {
  cancelled: { code: 'cancelled', message: 'cancelled' },
  'fail-fast': { code: 'cancelled', message: 'cancelled: another task failed, and this workflow fails fast' },
  restarting: { code: 'cancelled', message: 'cancelled: cleared while it ran' },
  timeout: { code: 'timeout', message: 'timeout' },
};

/** A failure made from whatever was thrown. An operator that knows why says so with CodedFailure. */
export function failureOf(error: unknown): FinalOutcome {
  if (error instanceof CodedFailure)
    return { type: 'failed', error: { code: error.code, message: error.message }, retry: error.retry };
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { type: 'failed', error: { code: 'error', message: message.slice(0, 1_000) }, retry: 'policy' };
}

/** The end of an attempt that was asked to stop. */
export const stoppedEnd = (why: StopReason, endedAt: number, exitCode: number | null = null): AttemptEnd => ({
  outcome: { type: 'failed', error: stopped[why], retry: 'policy' },
  output: null,
  exitCode,
  endedAt,
  artifacts: [],
});

/** The end of an attempt that our own side lost, not the task. */
export const lostEnd = (code: string, message: string, endedAt: number): AttemptEnd => ({
  outcome: { type: 'failed', error: { code, message }, retry: 'policy', infra: true },
  output: null,
  exitCode: null,
  endedAt,
  artifacts: [],
});

/** An outcome as the host stores it: masked, artifacts named, and a success only if its output keeps to the cap. */
export function endOf(
  outcome: FinalOutcome,
  facts: { mask: Mask; endedAt: number; exitCode: number | null; artifacts: ArtifactRow[] },
): AttemptEnd {
  const { mask } = facts;
  if (outcome.type === 'skipped')
    return withFacts(facts, null, { type: 'skipped', ...(outcome.reason ? { reason: mask.text(outcome.reason) } : {}) });
  if (outcome.type === 'failed') {
    const { code, message } = outcome.error;
    return withFacts(facts, null, { type: 'failed', error: { code, message: plain(mask.text(message)) }, retry: outcome.retry });
  }
  const output: Json = outcome.output === undefined ? null : mask.json(nameArtifacts(outcome.output, facts.artifacts));
  // Of what is no text and holds none the size needs no measuring.
  const bytes =
    typeof output === 'string' || (typeof output === 'object' && output !== null) ? Buffer.byteLength(JSON.stringify(output)) : 0;
  if (bytes > outputCapBytes)
    return withFacts(facts, null, {
      type: 'failed',
      error: { code: 'output', message: tooLarge(bytes) },
      retry: 'policy',
    });
  const { ports, shortCircuit } = outcome;
  const success: Extract<AttemptEnd['outcome'], { type: 'success' }> = { type: 'success' };
  if (ports) success.ports = ports;
  if (shortCircuit) success.shortCircuit = shortCircuit;
  return withFacts(facts, output, success);
}

/** Field by field: for a fan-out of thousands, taking rests and spreading them showed among what a turn spends most on. */
const withFacts = (
  { exitCode, endedAt, artifacts }: Pick<AttemptEnd, 'exitCode' | 'endedAt' | 'artifacts'>,
  output: Json,
  outcome: AttemptEnd['outcome'],
): AttemptEnd => ({ outcome, output, exitCode, endedAt, artifacts });

/** PostgreSQL takes no NUL in a text. */
const plain = (text: string): string => text.replaceAll('\0', '\u2400');
