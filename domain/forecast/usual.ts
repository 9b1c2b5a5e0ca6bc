import { quantile } from './quantile.ts';

/** How long something usually takes, ms, from what was seen: the middle, and between which two the middle half lies. */
export interface Usual {
  medianMs: number;
  lowMs: number;
  highMs: number;
  /** In how many of the runs that were looked at it went well. */
  runs: number;
  /** How many copies a mapped task usually has; 1 for others. */
  copies: number;
}

/** What the last finished runs of a workflow tell, task by task. */
export interface UsualDurations {
  /** How many runs were looked at; 0 = there is no history. */
  runs: number;
  /** Of a whole run that went well, from its start to its end. */
  run: Usual | null;
  /** Of an attempt that went well, by task; a task that never did has none. */
  tasks: Record<string, Usual>;
}

/** One task of one run that went well: how long its attempt took (of copies: the mean), and how many copies there were. */
export interface DurationSample {
  task: string;
  durationMs: number;
  copies: number;
}

/** No history at all. */
export const noHistory: UsualDurations = { runs: 0, run: null, tasks: {} };

/** Sums up samples: of `runs` runs, those that went well took `runMs`, and their tasks what `samples` say. */
export function usualDurations(runs: number, runMs: readonly number[], samples: Iterable<DurationSample>): UsualDurations {
  const byTask = new Map<string, DurationSample[]>();
  for (const sample of samples) {
    const own = byTask.get(sample.task);
    if (own === undefined) byTask.set(sample.task, [sample]);
    else own.push(sample);
  }
  const tasks: Record<string, Usual> = Object.create(null) as Record<string, Usual>;
  for (const [task, own] of byTask)
    tasks[task] = usual(
      own.map(({ durationMs }) => durationMs),
      own.map(({ copies }) => copies),
    );
  return { runs, run: runMs.length === 0 ? null : usual(runMs, [1]), tasks };
}

function usual(durations: readonly number[], copies: readonly number[]): Usual {
  const sorted = [...durations].sort((a, b) => a - b);
  const at = (share: number): number => Math.round(quantile(sorted, share));
  return {
    medianMs: at(0.5),
    lowMs: at(0.25),
    highMs: at(0.75),
    runs: sorted.length,
    copies: Math.max(
      1,
      Math.round(
        quantile(
          [...copies].sort((a, b) => a - b),
          0.5,
        ),
      ),
    ),
  };
}
