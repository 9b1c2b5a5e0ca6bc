'use client';
import { useSyncExternalStore } from 'react';
import type { RunMoment, RunStore } from './run-store.ts';

/** What is shown of the run now; changes at most once a frame. */
export const useMoment = (store: RunStore): RunMoment => useSyncExternalStore(store.subscribe, store.get, store.get);
