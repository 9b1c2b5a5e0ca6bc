import { useEffect, useMemo, useRef, useState } from 'react';
import { newRun } from '#domain/run/transition.ts';
import { RunHistory } from '#components/run-view/store/run-history.ts';
import { modelOf, type RunModel } from '#components/run-view/store/run-model.ts';
import { RunStore } from '#components/run-view/store/run-store.ts';
import type { Answered } from './use-answer.ts';

/** A simulated run as the run page has a real one. */
export interface SimulatedRun {
  model: RunModel;
  store: RunStore;
}

/** Makes a run to look at of an answer. Where one was in the run before, in time since its start, one stays. Null: there is none. */
export function useSimulatedRun(answered: Answered | null): SimulatedRun | null {
  const shown = useRef<SimulatedRun | null>(null);
  const made = useMemo<SimulatedRun | null>(() => {
    if (answered === null || !answered.answer.ok) return null;
    const model = modelOf(answered.question.workflow);
    const history = new RunHistory(model.plan, { seq: 0, state: newRun(model.plan) });
    history.append(answered.answer.run.events.map((event, i) => ({ seq: i + 1, event })));
    return { model, store: new RunStore(history, () => undefined) };
  }, [answered]);
  const [current, setCurrent] = useState<SimulatedRun | null>(null);
  useEffect(() => {
    const before = shown.current?.store.get();
    if (made !== null && before !== undefined && before.at !== null) {
      const { history } = made.store.get();
      const at = (history.begunAt ?? 0) + before.at - (before.history.begunAt ?? 0);
      if (history.at !== null && at < history.at) made.store.goTo(at);
    }
    shown.current = made;
    setCurrent(made);
  }, [made]);
  return current;
}
