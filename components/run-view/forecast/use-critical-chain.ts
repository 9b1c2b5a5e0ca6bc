'use client';
import { useMemo } from 'react';
import { criticalChain, type ChainLink } from '#domain/forecast/critical-chain.ts';
import type { Forecast } from '#domain/forecast/forecast-run.ts';
import type { RunModel } from '../store/run-model.ts';

/** The chain of tasks that decides when the run is done, with what is still to come as it is expected; null while it is not wanted. */
export function useCriticalChain(
  model: RunModel,
  forecast: Forecast | null,
  beganAt: number,
  wanted: boolean,
): ReadonlyMap<string, ChainLink> | null {
  return useMemo(() => {
    if (!wanted || forecast === null) return null;
    const links = criticalChain(model.plan, (task) => forecast.tasks.get(task) ?? null, beganAt);
    return new Map(links.map((link) => [link.task, link]));
  }, [model.plan, forecast, beganAt, wanted]);
}
