'use client';
import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** The zone this browser lives in (IANA); UTC while rendered on the server. */
export const useBrowserZone = (): string =>
  useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => 'UTC',
  );
