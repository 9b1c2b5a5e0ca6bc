import { useEffect, useRef, useState } from 'react';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import type { UsualDurations } from '#domain/forecast/usual.ts';
import type { ManyRunsResult } from '#domain/simulation/many-runs.ts';
import type { Scenario } from '#domain/simulation/scenario.ts';

/** Many simulated runs, as far as they are. */
export interface ManyRunsState {
  /** What they were made of: another draft or scenario makes them old. */
  of: { workflow: Workflow; scenario: Scenario };
  result: ManyRunsResult | null;
  times: number;
  fault: string | null;
}

/** Makes many runs in a worker of their own; `stop` keeps what is there. */
export function useManyRuns(): {
  state: ManyRunsState | null;
  busy: boolean;
  start: (input: { workflow: Workflow; scenario: Scenario; usual: UsualDurations; times: number }) => void;
  stop: () => void;
} {
  const [state, setState] = useState<ManyRunsState | null>(null);
  const [busy, setBusy] = useState(false);
  const worker = useRef<Worker | null>(null);
  const stop = (): void => {
    worker.current?.terminate();
    worker.current = null;
    setBusy(false);
  };
  useEffect(() => () => worker.current?.terminate(), []);
  return {
    state,
    busy,
    stop,
    start(input) {
      stop();
      const of = { workflow: input.workflow, scenario: input.scenario };
      const begun: ManyRunsState = { of, result: null, times: input.times, fault: null };
      setState(begun);
      const fail = (fault: string): void => {
        setState({ ...begun, fault });
        stop();
      };
      try {
        const made = new Worker(new URL('./simulate.worker.ts', import.meta.url), { type: 'module' });
        worker.current = made;
        setBusy(true);
        made.onmessage = ({ data }: MessageEvent<{ result: ManyRunsResult } | { fault: string }>) => {
          if ('fault' in data) return fail(data.fault);
          setState({ ...begun, result: data.result });
          if (data.result.runs >= input.times) stop();
        };
        made.onerror = () => fail('The runs could not be made in this browser.');
        made.postMessage({ id: 0, many: input });
      } catch {
        fail('This browser refuses workers; use drawloom simulate --times instead.');
      }
    },
  };
}
