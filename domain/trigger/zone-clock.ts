const dayMs = 86_400_000;
/** Two changes of a zone lie at least 7 days apart in every zone of the data (the shortest are around Ramadan). */
const sampleMs = 6 * dayMs;
const aheadMs = 400 * dayMs;
const behindMs = 40 * dayMs;

/** The offset of a zone at an instant, asked of the runtime's own zone data. */
function offsetReader(timezone: string): (ms: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return (ms) => {
    const second = Math.floor(ms / 1000) * 1000;
    const parts = /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)$/.exec(format.format(second));
    if (!parts) throw new RangeError(`Zone ${timezone} cannot be read at ${ms}.`);
    const [, month, day, year, hour, minute, sec] = parts.map(Number) as [number, number, number, number, number, number, number];
    return Date.UTC(year, month - 1, day, hour, minute, sec) - second;
  };
}

/** A stretch of time with one offset: instants from ≤ t < until. `offsetBefore` is the offset that ended at `from`. */
export interface ZoneSegment {
  from: number;
  until: number;
  offset: number;
  offsetBefore: number;
  /** Undefined where nothing is known after `until` yet: it is then no change of the clock. */
  offsetAfter: number | undefined;
}

/** The changes of one zone, found once and kept; it grows to both sides as it is asked. */
export class ZoneClock {
  private readonly starts: number[] = [];
  private readonly offsets: number[] = [];
  private coveredFrom = Infinity;
  private coveredTo = -Infinity;
  private last: ZoneSegment = { from: Infinity, until: -Infinity, offset: 0, offsetBefore: 0, offsetAfter: undefined };
  private readonly read: (ms: number) => number;

  constructor(timezone: string) {
    this.read = offsetReader(timezone);
  }

  /** The segment that holds an instant. */
  segment(ms: number): ZoneSegment {
    const kept = this.last;
    if (ms >= kept.from && ms < kept.until) return kept;
    this.cover(ms);
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= ms) low = middle;
      else high = middle - 1;
    }
    const offset = this.offsets[low] ?? 0;
    this.last = {
      from: this.starts[low] ?? 0,
      // A change may hide just behind what is covered; two days are longer than any change.
      until: this.starts[low + 1] ?? this.coveredTo - 2 * dayMs,
      offset,
      offsetBefore: this.offsets[low - 1] ?? offset,
      offsetAfter: this.offsets[low + 1],
    };
    return this.last;
  }

  /** The instants of the clock's changes in from ≤ t < until. */
  changes(fromMs: number, untilMs: number): { at: number; offsetBefore: number; offset: number }[] {
    const found: { at: number; offsetBefore: number; offset: number }[] = [];
    for (let segment = this.segment(fromMs); segment.from < untilMs; segment = this.segment(segment.until))
      if (segment.from >= fromMs && segment.offset !== segment.offsetBefore && found.at(-1)?.at !== segment.from)
        found.push({ at: segment.from, offsetBefore: segment.offsetBefore, offset: segment.offset });
    return found;
  }

  private cover(ms: number): void {
    if (this.starts.length === 0) {
      const from = Math.floor((ms - behindMs) / sampleMs) * sampleMs;
      this.starts.push(from);
      this.offsets.push(this.read(from));
      this.coveredFrom = this.coveredTo = from;
    }
    while (this.coveredTo < ms + aheadMs) {
      const to = this.coveredTo + sampleMs;
      const before = this.offsets.at(-1) ?? 0;
      const after = this.read(to);
      if (after !== before) {
        this.starts.push(this.change(this.coveredTo, to, after));
        this.offsets.push(after);
      }
      this.coveredTo = to;
    }
    while (this.coveredFrom > ms - behindMs) {
      const from = this.coveredFrom - sampleMs;
      const after = this.offsets[0] ?? 0;
      const before = this.read(from);
      if (before !== after) {
        this.starts[0] = this.change(from, this.coveredFrom, after);
        this.starts.unshift(from);
        this.offsets.unshift(before);
      } else this.starts[0] = from;
      this.coveredFrom = from;
    }
  }

  /** The first whole second in (low, high] with the offset `after`. */
  private change(low: number, high: number, after: number): number {
    while (high - low > 1000) {
      const middle = Math.floor((low + high) / 2000) * 1000;
      if (this.read(middle) === after) high = middle;
      else low = middle;
    }
    return high;
  }
}

const clocks = new Map<string, ZoneClock | null>();

/** The clock of an IANA zone, or null when the runtime does not know the zone. Kept per zone. */
export function zoneClock(timezone: string): ZoneClock | null {
  const kept = clocks.get(timezone);
  if (kept !== undefined) return kept;
  let clock: ZoneClock | null = null;
  try {
    // Offsets such as +01:00 are no zones: they know no change of the clock.
    if (/^[A-Za-z]/.test(timezone)) clock = new ZoneClock(timezone);
  } catch {
    clock = null;
  }
  if (clocks.size > 1000) clocks.clear();
  clocks.set(timezone, clock);
  return clock;
}
