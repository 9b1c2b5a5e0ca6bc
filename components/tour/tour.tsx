'use client';
import { X } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Compass } from 'lucide-react';
import { useCommands, type Command } from '#components/shell/commands.ts';
import { Button } from '#components/ui/button.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { keyWords } from '#components/ui/key-words.ts';
import { useIsMac } from '#components/ui/use-is-mac.ts';
import { cardPlace } from './card-place.ts';
import { tourSteps, type TourStep } from './tour-steps.ts';
import { setTour, useTour } from './tour-state.ts';
import { useBeginTour } from './use-begin-tour.ts';
import { useTourPlace } from './use-tour-place.ts';

/**
 * The tour, while it is on: a card beside what it is about, on the pages of its step. The page goes on working under it; Escape in it, or
 * Leave, ends it.
 */
export function Tour() {
  const tour = useTour();
  const path = usePathname();
  const begin = useBeginTour();
  const step = tour.kind === 'at' ? tourSteps[tour.step] : undefined;
  // On a page that it says nothing about it waits, and can be begun anew.
  const running = step?.page.test(path) === true || step?.until?.test(path) === true;
  useCommands(
    'tour',
    useMemo(
      (): Command[] => [
        {
          id: 'tour',
          group: 'Actions',
          title: running ? 'Leave the tour' : 'Take the tour',
          words: 'help learn begin',
          icon: <Compass strokeWidth={1.75} />,
          run: () => (running ? setTour(null) : begin()),
        },
      ],
      [running, begin],
    ),
  );
  return !running || step === undefined || tour.kind !== 'at' ? null : <Card key={tour.step} step={step} number={tour.step} />;
}

function Card({ step, number }: { step: TourStep; number: number }) {
  const path = usePathname();
  const mac = useIsMac();
  const place = useTourPlace(step.at);
  const said = useTourPlace(step.instead?.when ?? ':not(*)') !== null && step.instead ? step.instead : step;
  const card = useRef<HTMLDivElement>(null);
  const next = useRef<HTMLButtonElement>(null);
  const [size, setSize] = useState({ width: 320, height: 168 });
  const last = number === tourSteps.length - 1;
  useEffect(() => {
    // The keyboard comes along, but nothing is taken from somebody who types.
    const at = document.activeElement;
    if (at === null || at === document.body || at.closest('[data-tour-card]') !== null) next.current?.focus();
    const box = card.current?.getBoundingClientRect();
    if (box !== undefined) setSize({ width: box.width, height: box.height });
  }, []);
  useEffect(() => {
    if (step.until?.test(path) === true) setTour(number + 1);
  }, [path, step, number]);
  const at = cardPlace(place, size, { width: innerWidth, height: innerHeight });
  return (
    <>
      {place === null ? null : (
        <div
          aria-hidden
          className="pointer-events-none fixed z-30 rounded-control outline-2 -outline-offset-2 outline-accent"
          style={place}
        />
      )}
      <section
        ref={card}
        data-tour-card
        aria-label={`Tour, step ${number + 1} of ${tourSteps.length}`}
        className="pop fixed z-30 w-80 max-w-[calc(100vw-32px)] p-4"
        style={at}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          setTour(null);
        }}
      >
        <div className="flex items-start gap-2">
          <h2 className="flex-1 text-14 font-strong">{said.title}</h2>
          <span className="num pt-0.5 text-12 text-ink-3">
            {number + 1} of {tourSteps.length}
          </span>
          <IconButton
            size="sm"
            className="-mt-1 -mr-2"
            label="Leave the tour"
            icon={<X strokeWidth={1.75} />}
            onClick={() => setTour(null)}
          />
        </div>
        <p aria-live="polite" className="mt-1 text-13 text-ink-2">
          {keyWords(said.text, mac)}
        </p>
        <div className="mt-3 flex items-center gap-2">
          <Button size="sm" look="quiet" onClick={() => setTour(null)}>
            Leave
          </Button>
          <span className="flex-1" />
          {number === 0 ? null : (
            <Button size="sm" onClick={() => setTour(number - 1)}>
              Back
            </Button>
          )}
          <Button ref={next} size="sm" look="primary" onClick={() => setTour(last ? null : number + 1)}>
            {last ? 'Done' : 'Next'}
          </Button>
        </div>
      </section>
    </>
  );
}
