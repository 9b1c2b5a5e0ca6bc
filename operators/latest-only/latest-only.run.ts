import type { InProcessRunner } from '#operators/runner.ts';

/** As Airflow's LatestOnlyOperator: a run that a person or a signal started goes on, an older one of a schedule skips its direct children. */
export const runner: InProcessRunner = {
  kind: 'in-process',
  bare: true,
  run(_, context) {
    const latest = context.isLatest?.() ?? true;
    context.log(
      latest ? 'This is the newest run of its schedule.' : 'A newer run of the schedule is due already: what follows is skipped.',
    );
    return latest ? { type: 'done', output: true } : { type: 'done', output: false, shortCircuit: 'children' };
  },
};
