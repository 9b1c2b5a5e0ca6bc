import type { RunEffect } from './effects.ts';

/**
 * Puts the requests among the effects from `from` on by priority, the highest first: whoever is asked first takes the last
 * slot. What else there is comes before them. Equal ones keep their order.
 */
export function sortRequests(effects: RunEffect[], from: number): void {
  let last = Infinity;
  let sorted = true;
  for (let at = from; at < effects.length && sorted; at++) {
    const rank = rankOf(effects[at]!);
    sorted = rank <= last;
    last = rank;
  }
  if (sorted) return;
  const part = effects.splice(from);
  part.sort((a, b) => rankOf(b) - rankOf(a));
  for (const effect of part) effects.push(effect);
}

const rankOf = (effect: RunEffect): number => (effect.type === 'requestAdmission' ? effect.priority : Number.MAX_VALUE);
