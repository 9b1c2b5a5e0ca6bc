import { monitorEventLoopDelay, type IntervalHistogram } from 'node:perf_hooks';

/** How closely the loop is watched while somebody asks. */
const resolutionMs = 20;
/** Nobody has asked for so long: the watching, which wakes the process, ends. */
const patienceMs = 120_000;

export interface LoopDelay {
  /** Seconds that the event loop was late since the last question, or since watching began. */
  p50: number;
  p99: number;
  max: number;
}

/** Watches the delay of the event loop, from the first question on and as long as questions come: an engine that nobody measures is not woken for it. */
export class LoopDelayWatch {
  private histogram: IntervalHistogram | null = null;
  private rest: NodeJS.Timeout | null = null;

  /** The delay since the last question; zeros for the first. */
  read(): LoopDelay {
    const { histogram } = this;
    this.keepWatching();
    if (!histogram || histogram.count === 0) return { p50: 0, p99: 0, max: 0 };
    // The histogram has whole intervals; what is over the wanted one is the delay.
    const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e9 - resolutionMs / 1e3);
    const delay = { p50: late(histogram.percentile(50)), p99: late(histogram.percentile(99)), max: late(histogram.max) };
    histogram.reset();
    return delay;
  }

  /** Watches no more. */
  stop(): void {
    if (this.rest) clearTimeout(this.rest);
    this.rest = null;
    this.histogram?.disable();
    this.histogram = null;
  }

  private keepWatching(): void {
    if (!this.histogram) {
      this.histogram = monitorEventLoopDelay({ resolution: resolutionMs });
      this.histogram.enable();
    }
    if (this.rest) clearTimeout(this.rest);
    this.rest = setTimeout(() => this.stop(), patienceMs).unref();
  }
}
