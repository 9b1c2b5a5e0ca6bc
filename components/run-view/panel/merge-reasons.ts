import type { Unmet } from '#domain/run/read.ts';

/** Which words of the engine say more exactly what the run itself knows in general. */
const exact: Record<string, RegExp> = {
  'admission.waiting': /^(pool|limit)\./,
  'run.queued': /^run\.queued$/,
  'past.unmet': /^past\./,
  'signal.waiting': /^child\./,
  'timer.waiting': /^child\./,
  'person.waiting': /^person\./,
};

/**
 * Why a task run waits: by the state that is shown, with the particulars that the engine told about it. The engine's answer
 * may be some seconds old; what it says beyond that state is left out.
 */
export function mergeReasons(own: readonly Unmet[], told: readonly Unmet[]): Unmet[] {
  return own.flatMap((reason) => {
    const better = told.filter(({ code }) => exact[reason.code]?.test(code));
    return better.length > 0 ? better : [reason];
  });
}
