import { describe, expect, it } from 'vitest';
import { runHeadless } from '#server/cli/headless.ts';
import { readExample } from './read-example.ts';

/** Runs an example as `drawloom run` does: real processes, a data directory of its own. */
async function run(id: string, params = {}) {
  const { status, tasks } = await runHeadless(readExample(id), { params, graceSec: 1, signal: new AbortController().signal });
  return { status, tasks: Object.fromEntries(tasks.map((view) => [view.task, `${view.status} ${view.attempt}`])) };
}

describe('examples run on their data', () => {
  it('daily-weather writes its report, and says so when a year is not there', async () => {
    expect(await run('daily-weather', { year: 2015 })).toEqual({
      status: 'success',
      tasks: {
        read: 'success 1',
        clean: 'success 1',
        load: 'success 1',
        by_month: 'success 1',
        check: 'success 1',
        report: 'success 1',
        too_few: 'skipped 0',
      },
    });
    const missing = await run('daily-weather', { year: 2020 });
    expect(missing).toMatchObject({ status: 'failed', tasks: { report: 'skipped 0', too_few: 'failed 1' } });
  });

  it('flaky-delivery fails, waits and recovers', async () => {
    expect(await run('flaky-delivery', { good_at: 2 })).toEqual({
      status: 'success',
      tasks: { pack: 'success 1', deliver: 'success 2', confirm: 'success 1', apologise: 'skipped 0' },
    });
  });

  it('cities-fan-in shows each rule, the same in every run', async () => {
    expect(await run('cities-fan-in')).toEqual({
      status: 'success',
      tasks: {
        start: 'success 1',
        seattle: 'success 1',
        new_york: 'success 1',
        denver: 'failed 1',
        anchorage: 'skipped 1',
        all_success: 'upstream_failed 0',
        one_success: 'success 1',
        all_done: 'success 1',
        one_failed: 'success 1',
        none_failed: 'upstream_failed 0',
        summary: 'success 1',
      },
    });
  });
});
