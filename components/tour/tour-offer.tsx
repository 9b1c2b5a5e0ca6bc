'use client';
import { Compass } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { setTour, useTour } from './tour-state.ts';

/** One quiet line for somebody new: the tour, or not now, which is remembered. */
export function TourOffer() {
  if (useTour().kind !== 'new') return null;
  return (
    <section
      aria-label="Tour"
      className="flex shrink-0 items-center gap-3 border-b border-line bg-accent-soft px-6 py-1.5 max-xl:px-4"
    >
      <Compass className="size-4 shrink-0 text-accent-text max-sm:hidden" strokeWidth={1.75} aria-hidden />
      <p className="min-w-0 flex-1 text-12">New here? A tour of six steps shows how a workflow is drawn, run and scheduled.</p>
      <Button size="sm" onClick={() => setTour(0)}>
        Take the tour
      </Button>
      <Button size="sm" look="quiet" onClick={() => setTour(null)}>
        Not now
      </Button>
    </section>
  );
}
