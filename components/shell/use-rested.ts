'use client';
import { useEffect, useState } from 'react';

/** What opens a page is done by then, mostly. */
const settleMs = 2_000;
/** A page that is never idle has waited long enough. */
const latestMs = 5_000;

/** False while a page opens; true once it has nothing better to do than to prepare what may be wanted next. */
export function useRested(): boolean {
  const [rested, rest] = useState(false);
  useEffect(() => {
    let idle: number | null = null;
    const timer = setTimeout(() => {
      if ('requestIdleCallback' in window) idle = requestIdleCallback(() => rest(true), { timeout: latestMs });
      else rest(true);
    }, settleMs);
    return () => {
      clearTimeout(timer);
      if (idle !== null) cancelIdleCallback(idle);
    };
  }, []);
  return rested;
}
