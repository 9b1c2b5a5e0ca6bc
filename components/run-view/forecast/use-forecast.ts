'use client';
import { useMemo } from 'react';
import { forecastRun, type Forecast } from '#domain/forecast/forecast-run.ts';
import type { UsualDurations } from '#domain/forecast/usual.ts';
import type { RunModel } from '../store/run-model.ts';
import type { RunMoment } from '../store/run-store.ts';

/** How the run goes on from the shown moment; null for one that has not begun. `now` in ms. */
export function useForecast(model: RunModel, moment: RunMoment, usual: UsualDurations, now: number): Forecast | null {
  const most = model.workflow.settings?.maxActiveTasks ?? 16;
  return useMemo(() => forecastRun(model.plan, moment.state, usual, now, most), [model.plan, moment.state, usual, now, most]);
}
