'use client';
import { useEffect, useEffectEvent, useState } from 'react';

/** A whole run is played in this time at speed 1, whatever it took. */
const wholeMs = 15_000;

/** Plays the run from an instant to its end. */
export function usePlay(input: {
  from: number;
  to: number;
  at: number | null;
  /** 2: twice as fast. */
  speed: number;
  goTo: (at: number) => void;
  onEnd: () => void;
}): [boolean, (play: boolean) => void] {
  const [playing, setPlaying] = useState(false);
  const advance = useEffectEvent((elapsed: number) => {
    const next = (input.at ?? input.from) + (elapsed * input.speed * (input.to - input.from)) / wholeMs;
    if (next < input.to) return input.goTo(next);
    setPlaying(false);
    input.onEnd();
  });
  useEffect(() => {
    if (!playing) return;
    let before = performance.now();
    let frame = requestAnimationFrame(function tick(now) {
      advance(now - before);
      before = now;
      frame = requestAnimationFrame(tick);
    });
    return () => cancelAnimationFrame(frame);
  }, [playing]);
  return [playing, setPlaying];
}
