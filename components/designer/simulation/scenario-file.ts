import type { Scenario } from '#domain/simulation/scenario.ts';

/** A scenario as the file that `drawloom simulate --outcomes` reads. */
export function scenarioFile({ outcomes, durations, failures, seed, copies, params, logicalTime, pools }: Scenario): string {
  const file = {
    format: 'drawloom/scenario@1',
    outcomes,
    durations,
    failures,
    seed,
    copies,
    params,
    logicalTime: logicalTime === undefined ? undefined : new Date(logicalTime).toISOString(),
    pools: pools ?? undefined,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
