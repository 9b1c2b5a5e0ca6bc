import { useStore } from 'zustand';
import { useSession } from '../session/workflow-session.ts';
import type { SimulationActs, SimulationState } from './simulation-store.ts';

/** A part of the Simulation's state; draws anew only when that part changed. */
export function useSimulation<T>(part: (state: SimulationState & SimulationActs) => T): T {
  return useStore(useSession().simulation, part);
}
