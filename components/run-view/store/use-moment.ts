'use client';
import { startTransition, useEffect, useState } from 'react';
import { followCalmly } from './follow-calmly.ts';
import type { RunMoment, RunStore } from './run-store.ts';

/**
 * What is shown of the run now, for all that stands round the drawing. While the run is followed live it comes a little calmer than the
 * events and gives way to more urgent work: boxes and threads have a store of their own (`useLiveStatus`) and are painted first.
 */
export function useMoment(store: RunStore): RunMoment {
  const [shown, show] = useState(() => ({ store, moment: store.get() }));
  useEffect(
    () =>
      followCalmly(store, (moment, urgent) => {
        if (urgent) show({ store, moment });
        else startTransition(() => show({ store, moment }));
      }),
    [store],
  );
  // Another run: nothing of the former one is shown, not for one frame.
  return shown.store === store ? shown.moment : store.get();
}
