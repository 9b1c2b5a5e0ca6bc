'use client';
import { usePathname, useRouter } from 'next/navigation';
import { useCallback } from 'react';
import { firstStepOn } from './tour-steps.ts';
import { setTour } from './tour-state.ts';

/** Begins the tour where one is, or goes to the list of workflows for it. */
export function useBeginTour(): () => void {
  const path = usePathname();
  const router = useRouter();
  return useCallback(() => {
    const step = firstStepOn(path);
    setTour(step ?? 0);
    if (step === null) router.push('/workflows');
  }, [path, router]);
}
