import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Scenario } from '#domain/simulation/scenario.ts';

/** What the Simulation shows below its time bar. */
export type SimulationTab = 'outcomes' | 'time' | 'result' | 'events' | 'many' | 'replay';

/** What a person assumes of the simulated run, and what is looked at. The draft is not part of it, nor is the result. */
export interface SimulationState {
  open: boolean;
  tab: SimulationTab;
  /** Outcomes, durations, failures, copies, seed, params, logical time. */
  scenario: Scenario;
  /** Keep the limits of the workflow and the pools as they are on the server. */
  limits: boolean;
  /** Id of a stored run whose outcomes are fed to the draft; null: none. */
  replayOf: string | null;
  /** In a replay: what attempts answer that were not made then. */
  further: 'repeat' | 'success';
}
export interface SimulationActs {
  show(tab?: SimulationTab): void;
  hide(): void;
  choose(tab: SimulationTab): void;
  /** Lays a part over the scenario; `undefined` takes it away. */
  assume(part: { [K in keyof Scenario]?: Scenario[K] | undefined }): void;
  /** Sets what is assumed of one task in one of the records; undefined: nothing any more. */
  assumeTask<K extends 'outcomes' | 'durations' | 'failures' | 'copies'>(
    record: K,
    task: string,
    value: NonNullable<Scenario[K]>[string] | undefined,
  ): void;
  keepLimits(limits: boolean): void;
  replay(runId: string | null): void;
  setFurther(further: SimulationState['further']): void;
  /** Nothing is assumed any more. */
  forget(): void;
}
export type SimulationStore = StoreApi<SimulationState & SimulationActs>;

/** The Simulation of one workflow; it outlives a change of tab. */
export function createSimulationStore(): SimulationStore {
  return createStore((set, get) => ({
    open: false,
    tab: 'outcomes',
    scenario: {},
    limits: true,
    replayOf: null,
    further: 'repeat',
    show: (tab) => set(tab === undefined ? { open: true } : { open: true, tab }),
    hide: () => set({ open: false }),
    choose: (tab) => set({ tab }),
    assume(part) {
      const next = { ...get().scenario, ...part };
      set({ scenario: Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)) as Scenario });
    },
    assumeTask(record, task, value) {
      const own: Record<string, unknown> = { ...get().scenario[record] };
      if (value === undefined) delete own[task];
      else own[task] = value;
      get().assume({ [record]: Object.keys(own).length === 0 ? undefined : own });
    },
    keepLimits: (limits) => set({ limits }),
    replay: (replayOf) => set({ replayOf }),
    setFurther: (further) => set({ further }),
    forget: () => set({ scenario: {}, further: 'repeat' }),
  }));
}
