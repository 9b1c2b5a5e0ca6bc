import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { CodedFailure, type RunContext } from '#operators/runner.ts';
import { runner } from './wait.run.ts';

const now = Date.UTC(2026, 2, 26, 6);
const context = (more: Partial<RunContext> = {}) => ({ now: () => now, log: () => {}, ...more }) as RunContext;

describe('a wait', () => {
  it('sleeps so many seconds, and is over when woken, whatever the clock says', () => {
    expect(runner.run({ seconds: 90 }, context())).toEqual({ type: 'sleep', untilMs: now + 90_000 });
    expect(runner.run({ seconds: 90 }, context({ woken: {} }))).toEqual({ type: 'done' });
    expect(runner.run({ seconds: 0 }, context())).toEqual({ type: 'done' });
  });

  it('sleeps until an instant, and not when it has passed', () => {
    expect(runner.run({ until: '2026-03-26T07:30:00+01:00' }, context())).toEqual({ type: 'sleep', untilMs: now + 1_800_000 });
    expect(runner.run({ until: '2026-03-26T05:59:59Z' }, context())).toEqual({ type: 'done' });
    // Woken too early, as by a clock that was set back: it sleeps on.
    expect(runner.run({ until: '2026-03-26T06:00:01Z' }, context({ woken: {} }))).toEqual({
      type: 'sleep',
      untilMs: now + 1_000,
    });
  });

  it.each<JsonObject>([{}, { seconds: 1, until: '2026-03-26T06:00:00Z' }, { until: 'tomorrow' }])('refuses %o', (config) => {
    expect(() => runner.run(config, context())).toThrow(
      expect.objectContaining({ code: 'config', retry: 'never' }) as CodedFailure,
    );
  });
});
