import type { EngineCommands } from '#server/engine/commands.ts';
import type { Vault } from '#server/secrets/vault.ts';
import type { Store } from '#server/store/store.ts';
import { openFindSecret, type FindSecret } from './find-secret.ts';
import { replayRuns } from './replay-runs.ts';
import { checkedInvariants, type Invariant, type Violation } from './violation.ts';

const mostShown = 20;

/** The verdict on one invariant. */
export interface InvariantCheck {
  id: Invariant;
  title: string;
  ok: boolean;
  /** At most 20. */
  violations: { subject: string; message: string }[];
}

export interface InvariantReport {
  ok: boolean;
  /** ms since the epoch. */
  at: number;
  /** How many of each were looked at. */
  looked: { replayedRuns: number; triggers: number; processes: number; waiting: number };
  checks: InvariantCheck[];
}

export interface CheckParts {
  store: Store;
  engine: Pick<EngineCommands, 'selfCheck'>;
  /** The secrets that must stand nowhere. Rejects with SecretKeyError. */
  vault(): Promise<Vault>;
  /** Bytes of its log that an attempt may keep. */
  logCapBytes: number;
}

/**
 * Checks the invariants of trust.md over store and engine with bounded questions: the newest runs, what is open, what is
 * due. Rejects with the engine's refusal when it does not answer: without it nothing can be said. `at` is ms since the epoch.
 */
export async function checkInvariants({ store, engine, vault, logCapBytes }: CheckParts, at: number): Promise<InvariantReport> {
  const found: Violation[] = [];
  const findSecret = await vault().then(
    (open) => openFindSecret(store, open),
    (error: Error): FindSecret => {
      found.push({ invariant: 'I9', subject: 'secret.key', message: error.message });
      return () => null;
    },
  );
  const [own, stored, replay] = await Promise.all([
    engine.selfCheck(),
    store.health.contradictions(mostShown),
    replayRuns({ store, logCapBytes, findSecret }),
  ]);
  found.push(...stored, ...replay.violations);
  for (const { name, is, most } of own.resources)
    if (is > most) found.push({ invariant: 'I11', subject: 'engine', message: `It takes ${is} ${name}; ${most} are well.` });
  for (const { workflowId, triggerId, at: due } of own.overdue)
    found.push({
      invariant: 'I1',
      subject: `${workflowId}/${triggerId}`,
      message: `Was due at ${new Date(due).toISOString()} and is not decided.`,
    });
  for (const subject of own.left)
    found.push({ invariant: 'I10', subject, message: 'Its process lives, and the attempt has ended.' });
  for (const subject of own.contested)
    found.push({
      invariant: 'I4',
      subject,
      message:
        'Somebody else changed its row, in the database itself or from a second engine. Its work was ended and made again.',
    });
  for (const { runId, task, index } of own.silent)
    found.push({
      invariant: 'I12',
      subject: `${runId}/${task}${index === undefined ? '' : `[${index}]`}`,
      message: 'Waits, and nobody knows for what.',
    });
  const checks = (Object.keys(checkedInvariants) as Invariant[]).map((id): InvariantCheck => {
    const violations = found.filter(({ invariant }) => invariant === id);
    return {
      id,
      title: checkedInvariants[id],
      ok: violations.length === 0,
      violations: violations.slice(0, mostShown).map(({ subject, message }) => ({ subject, message })),
    };
  });
  return {
    ok: checks.every(({ ok }) => ok),
    at,
    looked: { replayedRuns: replay.runs, triggers: own.triggers, processes: own.processes, waiting: own.waiting },
    checks,
  };
}
