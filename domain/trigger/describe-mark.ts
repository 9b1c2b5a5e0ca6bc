import type { Occurrence } from './occurrence.ts';

/** A length of time in words: `1 h`, `30 min`, `1 h 30 min`. */
function span(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return `${minutes} min`;
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}

/** What a change of the clock did to an occurrence, in words: `Shifted by 1 h: 02:30 does not exist`. Empty without a mark. */
export function describeMark(occurrence: Occurrence): string {
  const clock = occurrence.wall?.slice(11) ?? '';
  switch (occurrence.mark) {
    case undefined:
      return '';
    case 'shifted':
      return `Shifted by ${span(occurrence.shiftMs ?? 0)}: ${clock} does not exist`;
    case 'skipped':
      return `Skipped: ${clock} does not exist`;
    case 'doubled':
      return `Runs twice: ${clock} comes twice`;
    case 'first':
      return `The first of two: ${clock} comes twice`;
    case 'second':
      return `The second of two: ${clock} comes twice`;
  }
}
