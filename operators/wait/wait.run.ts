import type { InProcessRunner } from '#operators/runner.ts';
import { CodedFailure } from '#operators/runner.ts';

export const runner: InProcessRunner = {
  kind: 'in-process',
  bare: true,
  resumes: true,
  run(config, context) {
    const { seconds, until } = config;
    if ((seconds === undefined) === (until === undefined))
      throw new CodedFailure('config', 'Wait takes either seconds or an instant. Fill in one of them.', 'never');
    const now = context.now();
    // Woken means that the host has kept the timer: seconds are over, whatever the clock says since.
    const untilMs = until !== undefined ? Date.parse(String(until)) : context.woken ? now : now + Number(seconds) * 1000;
    if (!Number.isFinite(untilMs))
      throw new CodedFailure('config', `Until is ${String(until)}; write an instant such as 2026-03-26T06:00:00Z.`, 'never');
    if (untilMs <= now) return { type: 'done' };
    context.log(`Waits until ${new Date(untilMs).toISOString()}`);
    return { type: 'sleep', untilMs };
  },
};
