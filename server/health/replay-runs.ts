import { machineVersion } from '#domain/run/machine-version.ts';
import { firstVersion } from '#domain/run/first-version.ts';
import { plansByVersion } from '#server/runs/plans-by-version.ts';
import { isRunFinished } from '#domain/run/status.ts';
import { earlierVersions } from '#server/runs/earlier-versions.ts';
import type { AttemptRow, RunRow, Store } from '#server/store/store.ts';
import { judgeLog } from './judge-log.ts';
import { judgeRun } from './judge-run.ts';
import type { FindSecret } from './find-secret.ts';
import { judgeSecrets } from './judge-secrets.ts';
import type { Violation } from './violation.ts';

/** Newest runs that are replayed, and events of one run that are; longer ones are passed over. */
const runsSeen = 20;
const eventsSeen = 5_000;
/** Newest attempts of a run whose words are read, and chunks of the log of each. */
const attemptsSeen = 20;
const chunksSeen = 100;

export interface ReplayParts {
  store: Store;
  /** Bytes of its log that an attempt may keep. */
  logCapBytes: number;
  findSecret: FindSecret;
}

export interface Replay {
  /** How many runs were replayed. */
  runs: number;
  violations: Violation[];
}

/** Judges the newest finished runs: their events and statuses (`judgeRun`), their logs (`judgeLog`) and their words (`judgeSecrets`). */
export async function replayRuns(parts: ReplayParts): Promise<Replay> {
  const replay: Replay = { runs: 0, violations: [] };
  for (const run of await parts.store.runs.list({ limit: runsSeen })) {
    if (run.seq > eventsSeen || !isRunFinished(run.status)) continue;
    const found = await replayRun(parts, run);
    if (found === null) continue;
    replay.runs++;
    replay.violations.push(...found);
  }
  return replay;
}

/** Null: of a newer machine, removed meanwhile, or changed while we looked. */
async function replayRun(parts: ReplayParts, run: RunRow): Promise<Violation[] | null> {
  const { store } = parts;
  const [definition, events, rows, attempts] = await Promise.all([
    store.runs.definition(run.id),
    store.runs.events(run.id, 0, eventsSeen),
    store.runs.taskRuns(run.id),
    store.runs.attempts(run.id),
  ]);
  const first = events[0]?.event;
  if (!definition || first?.type !== 'runCreated' || first.machine > machineVersion) return null;
  const words = await judgeWords(parts, attempts);
  if ((await store.runs.get(run.id))?.seq !== run.seq) return null;
  const list = events.map(({ event }) => event);
  const plans = plansByVersion([{ version: run.version, definition }, ...(await earlierVersions(store, run, list))]);
  const plan = plans?.get(firstVersion(list, run.version));
  if (!plans || !plan) return null;
  const planOf = (version: number) => plans.get(version);
  return [...judgeRun({ plan, planOf, run, events: list, rows, attempts }), ...words];
}

async function judgeWords({ store, logCapBytes, findSecret }: ReplayParts, attempts: AttemptRow[]): Promise<Violation[]> {
  const found: Violation[] = [];
  for (const attempt of attempts.slice(-attemptsSeen)) {
    const chunks = await store.runs.logs(attempt.id, 0, chunksSeen);
    found.push(...judgeLog(attempt.id, chunks, logCapBytes), ...judgeSecrets(attempt, chunks, findSecret));
  }
  return found;
}
