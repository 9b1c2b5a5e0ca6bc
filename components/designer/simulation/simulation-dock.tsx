'use client';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Scenario } from '#domain/simulation/scenario.ts';
import type { LiveStatusStore } from '#components/canvas/live/live-status-store.ts';
import { useTRPC } from '#components/data/trpc.ts';
import { useUsual } from '#components/run-view/forecast/use-usual.ts';
import { useUrlParam } from '#components/shell/use-url-param.ts';
import { useDesigner } from '../session/use-designer.ts';
import { useSession } from '../session/workflow-session.ts';
import { DockHead } from './dock-head.tsx';
import { SimulatedRunView } from './simulated-run-view.tsx';
import type { SimulationQuestion } from './simulation-question.ts';
import { SimulationTabs } from './simulation-tabs.tsx';
import { useAnswer } from './use-answer.ts';
import { useSimulatedRun } from './use-simulated-run.ts';
import { useSimulation } from './use-simulation.ts';
import { useStoredRun } from './use-stored-run.ts';

/**
 * Below the canvas: the unsaved draft run with a virtual clock, nothing executed; every change of the draft or of what is
 * assumed is seen at once on the drawing. `onLive` gets what the drawing is to show.
 */
export function SimulationDock(props: {
  selected: string | null;
  onSelect: (task: string) => void;
  onLive: (live: LiveStatusStore | null) => void;
}) {
  const { id } = useSession();
  const workflow = useDesigner((s) => s.workflow);
  const given = useSimulation((s) => s.scenario);
  const limits = useSimulation((s) => s.limits);
  const replayOf = useSimulation((s) => s.replayOf);
  const further = useSimulation((s) => s.further);
  const setReplay = useSimulation((s) => s.replay);
  const [, setReplayParam] = useUrlParam('replay');
  const usual = useUsual(id);
  const pools = useQuery(useTRPC().pools.list.queryOptions(undefined, { staleTime: 60_000 }));
  const { stored, fault, loading } = useStoredRun(replayOf);
  const [openedAt] = useState(() => Math.floor(Date.now() / 60_000) * 60_000);
  const slots = useMemo(
    () => (pools.data === undefined ? null : Object.fromEntries(pools.data.flatMap((p) => (p.known ? [[p.name, p.slots]] : [])))),
    [pools.data],
  );
  const scenario = useMemo<Scenario>(
    () => ({
      ...(replayOf === null ? { logicalTime: openedAt } : {}),
      ...given,
      // Without the server nobody knows the pools: then there are no limits rather than wrong ones.
      pools: limits ? slots : null,
    }),
    [replayOf, openedAt, given, limits, slots],
  );
  const ready = !pools.isPending && workflow.tasks.length > 0 && (replayOf === null || stored !== null);
  const question = useMemo<SimulationQuestion | null>(
    () => (ready ? { workflow, scenario, usual, stored, further } : null),
    [ready, workflow, scenario, usual, stored, further],
  );
  const answered = useAnswer(question);
  const simulated = useSimulatedRun(answered);
  const answer = answered?.answer ?? null;
  const run = answer?.ok === true ? answer.run : null;
  const replay = (runId: string | null): void => {
    setReplay(runId);
    setReplayParam(runId ?? '');
  };
  return (
    <section
      aria-label="Simulation"
      data-region
      data-dock
      className="flex h-[min(44vh,400px)] min-h-0 min-w-0 flex-col border-t border-line bg-surface max-sm:h-[28vh]"
    >
      <DockHead run={run} fault={answer?.ok === false ? answer.fault : null} scenario={scenario} />
      {simulated === null || run === null ? (
        <SimulationTabs
          view={null}
          answer={null}
          usual={usual}
          scenario={scenario}
          stored={{ fault, loading: loading || (replayOf !== null && answer === null) }}
          selected={props.selected}
          onSelect={props.onSelect}
          onReplay={replay}
        />
      ) : (
        <SimulatedRunView simulated={simulated} onLive={props.onLive}>
          {(view) => (
            <SimulationTabs
              view={view}
              answer={answer?.ok === true ? answer : null}
              usual={usual}
              scenario={scenario}
              stored={{ fault, loading }}
              selected={props.selected}
              onSelect={props.onSelect}
              onReplay={replay}
            />
          )}
        </SimulatedRunView>
      )}
    </section>
  );
}
