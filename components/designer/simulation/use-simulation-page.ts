import { useEffect, useState } from 'react';
import type { LiveStatusStore } from '#components/canvas/live/live-status-store.ts';
import { useKeys } from '#components/shell/use-keys.ts';
import { useUrlParam } from '#components/shell/use-url-param.ts';
import { useSession } from '../session/workflow-session.ts';
import { useSimulation } from './use-simulation.ts';

/** The Simulation as the designer has it: whether it is open, and what the drawing shows of it. S opens and closes it; `?replay=RUN` leads to a replay. */
export function useSimulationPage(): {
  open: boolean;
  live: LiveStatusStore | null;
  setLive: (live: LiveStatusStore | null) => void;
} {
  const { simulation } = useSession();
  const open = useSimulation((s) => s.open);
  const [live, setLive] = useState<LiveStatusStore | null>(null);
  const [replayOf] = useUrlParam('replay');
  useEffect(() => {
    if (replayOf === '' || simulation.getState().replayOf === replayOf) return;
    simulation.getState().replay(replayOf);
    simulation.getState().show('replay');
  }, [replayOf, simulation]);
  useKeys({ s: () => (open ? simulation.getState().hide() : simulation.getState().show()) });
  return { open, live, setLive };
}
