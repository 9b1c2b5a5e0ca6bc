'use client';
import { createContext, use, type ReactNode } from 'react';

const ZoneContext = createContext('UTC');

/** Sets the zone (IANA) in which every Time below is written: the person's own. */
export function ZoneProvider({ zone, children }: { zone: string; children: ReactNode }) {
  return <ZoneContext value={zone}>{children}</ZoneContext>;
}

/** The person's zone (IANA). */
export const useZone = (): string => use(ZoneContext);
