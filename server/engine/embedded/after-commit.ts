import type { RunEvent } from '#domain/run/events.ts';
import { runView } from '#domain/run/read.ts';
import { isRunFinished } from '#domain/run/status.ts';
import type { TurnResult } from '#server/store/store.ts';
import type { EngineLog } from '../engine-log.ts';
import type { ActiveRun } from '../turn/active-run.ts';
import type { Decider } from '../turn/decider.ts';
import type { Turn } from '../turn/turn.ts';
import type { Contested } from './contested.ts';
import type { RunListener } from './engine.ts';
import type { Change, News } from './news.ts';
import { performEffects, type EffectHands } from './perform-effects.ts';
import type { ScheduledRuns } from '#server/scheduler/scheduled-runs.ts';

export interface AfterCommitParts {
  decider: Decider;
  hands: EffectHands;
  news: News;
  log: EngineLog;
  contested: Pick<Contested, 'take'>;
  listeners: ReadonlySet<RunListener>;
  scheduled: Pick<ScheduledRuns, 'runEnded'>;
}

/** What follows once a turn is stored: effects are performed, readers hear of it, runs that have ended leave memory. */
export function afterCommit(parts: AfterCommitParts, turn: Turn, { lostAttempts, takenOccurrences }: TurnResult): void {
  const { decider, log } = parts;
  // Decided before, by an engine whose memory we do not have: its run stands, ours was not written.
  const untold = new Set(takenOccurrences.map(({ runId }) => runId));
  for (const run of [...turn.runs]) if (untold.has(run.facts.id)) decider.abandon(run);
  for (const occurrence of takenOccurrences) log.warn({ ...occurrence }, 'an occurrence was decided already');
  const isUntold = (runId: string) => untold.size > 0 && untold.has(runId);
  const changes = new Map<string, Change>();
  for (const run of turn.runs) {
    if (isUntold(run.facts.id)) continue;
    const events = run.fresh;
    run.storedState = run.state;
    run.fresh = [];
    run.isNew = false;
    changes.set(run.facts.id, changeOf(run, events));
    for (const listener of parts.listeners) listener(run, events);
  }
  for (const { attemptId } of turn.logs) {
    const run = decider.attempts.get(attemptId)?.run;
    if (run && !changes.has(run.facts.id)) changes.set(run.facts.id, changeOf(run, []));
  }
  performEffects(
    parts.hands,
    untold.size === 0 ? turn.effects : turn.effects.filter((effect) => !('run' in effect) || !isUntold(effect.run.facts.id)),
  );
  for (const id of lostAttempts) parts.contested.take(id);
  parts.news.publish([...changes.values()]);
  for (const run of turn.finished) if (!isUntold(run.facts.id)) parts.scheduled.runEnded(run);
  for (const run of turn.runs) decider.evict(run);
}

function changeOf({ facts, seq, compiled, state }: ActiveRun, events: readonly RunEvent[]): Change {
  return { runId: facts.id, seq, ended: isRunFinished(runView(compiled.plan, state).status), events };
}
