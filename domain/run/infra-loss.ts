/** Attempts lost to our own failure that a task run gets back since its last clear. */
const cap = 3;
/** Lost once more than the cap: most likely it takes the machine or the engine down with it. */
const poisoned = `poison: lost ${cap + 1} times; it may take its host down`;
const firstDelayMs = 1_000;
const longestDelayMs = 60_000;
/** What keeps an order from becoming a process; it passes by itself, or when somebody makes room. */
const shortages: ReadonlySet<string> = new Set(['disk', 'spawn']);

/** The loss of an attempt, as the machine knows it. */
export interface LostAttempt {
  code: string;
  message: string;
  /** Its work had begun. */
  begun: boolean;
  /** Losses of the task run since its last clear that count, and the others. */
  lost: number;
  lostBefore: number;
}

/** What a loss leads to: the counters and the next attempt after `delayMs`, or the end. */
export type InfraLoss = { lost: number; lostBefore: number; delayMs: number } | { final: string };

/**
 * What follows from an attempt that our own side lost (semantics.md, Attempts). Three losses are made good, each later than
 * the one before; the next is final. Not the task's fault, so not counted: a loss to an ordinary stop of the engine
 * (`stopped`), and an order that never began for want of room (`disk`, `spawn`), however long that lasts. Work that had
 * begun and ran into a full disk does count: it may have done something outside, and must not do so for ever.
 *
 * Runs of a machine before 4 make good at once and count everything; before 2 nothing is called poison.
 */
export function infraLoss(machine: number, { code, message, begun, lost, lostBefore }: LostAttempt): InfraLoss {
  if (machine < 4) {
    if (lost < cap) return { lost: lost + 1, lostBefore, delayMs: 0 };
    return { final: machine < 2 ? message : poisoned };
  }
  if (code === 'stopped') return { lost, lostBefore: lostBefore + 1, delayMs: 0 };
  const short = shortages.has(code);
  if (short && !begun) return { lost, lostBefore: lostBefore + 1, delayMs: delayAfter(lost + lostBefore) };
  if (lost >= cap) return { final: short ? message : poisoned };
  // A machine that went down is up again; what is lost a second time may be what took it down.
  return { lost: lost + 1, lostBefore, delayMs: short ? delayAfter(lost) : lost === 0 ? 0 : delayAfter(lost - 1) };
}

const delayAfter = (earlier: number): number => Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(earlier, 16));
