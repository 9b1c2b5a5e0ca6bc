import { newRun } from '#domain/run/new-run.ts';
import { RunProgress } from '#domain/run/run-progress.ts';
import type { RunState } from '#domain/run/state.ts';
import type { ActiveRun, RunFacts } from './active-run.ts';
import type { CompiledVersion } from './compiled-version.ts';
import { OutputCache } from './output-cache.ts';

/** A run in memory: a new one, or one as it is stored (`stored`: state, seq of the last event and of the snapshot). */
export function newActiveRun(
  facts: RunFacts,
  compiled: CompiledVersion,
  stored?: { state: RunState; seq: number; snapshotSeq: number },
): ActiveRun {
  const state = stored?.state ?? newRun(compiled.plan);
  const progress = new RunProgress(compiled.plan, state);
  return {
    facts,
    compiled,
    progress,
    get state() {
      return progress.state;
    },
    storedState: state,
    seq: stored?.seq ?? 0,
    snapshotSeq: stored?.snapshotSeq ?? 0,
    fresh: [],
    isNew: stored === undefined,
    attempts: new Map(),
    outputs: new OutputCache(),
    lists: new Map(),
    ending: Promise.resolve(),
  };
}
