import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { RunContext } from '#operators/runner.ts';
import { runner } from './approval.run.ts';

const now = Date.UTC(2026, 2, 26, 6);
const at = '2026-03-26T06:00:00.000Z';
const context = (more: Partial<RunContext> = {}) => ({ now: () => now, log: () => {}, ...more }) as RunContext;
const answered = (config: JsonObject, answer: JsonObject) =>
  runner.run(
    { message: 'm', ...config },
    context({ woken: { answer: { answers: {}, by: 'Ada', at, comment: null, ...answer } } }),
  );
const unanswered = (onTimeout?: string, more: JsonObject = {}) =>
  runner.run({ message: 'm', ...(onTimeout ? { onTimeout } : {}), ...more }, context({ woken: {} }));

describe('an approval', () => {
  it('asks, for as long as it takes or for a while', () => {
    const ask = { message: 'm', form: null, role: null, people: [] };
    expect(runner.run({ message: 'm' }, context())).toEqual({ type: 'await', key: 'approval', ask });
    expect(
      runner.run({ message: 'm', waitSec: 60, role: 'admin', people: ['ada@example.com'], form: { properties: {} } }, context()),
    ).toEqual({
      type: 'await',
      key: 'approval',
      ask: { message: 'm', form: { properties: {} }, role: 'admin', people: ['ada@example.com'] },
      untilMs: now + 60_000,
    });
  });

  it('gives what was filled in as its output, with who decided beside it', () => {
    expect(answered({}, { decision: 'approved', answers: { amount: 3 }, comment: 'fine' })).toEqual({
      type: 'done',
      ports: ['approved'],
      output: { amount: 3, approval: { decision: 'approved', by: 'Ada', at, comment: 'fine' } },
    });
  });

  it('fails for good when it is rejected, or goes out by its own port', () => {
    expect(answered({}, { decision: 'rejected', comment: 'too dear' })).toEqual({
      type: 'failed',
      error: { code: 'rejected', message: 'rejected by Ada: too dear' },
      retry: 'never',
    });
    expect(answered({ onReject: 'port' }, { decision: 'rejected' })).toMatchObject({ type: 'done', ports: ['rejected'] });
  });

  it('does what its config says when nobody answers', () => {
    expect(unanswered()).toMatchObject({ type: 'failed', error: { code: 'timeout' }, retry: 'never' });
    expect(unanswered('skip')).toMatchObject({ type: 'skipped' });
    expect(unanswered('approve')).toMatchObject({ type: 'done', ports: ['approved'], output: { approval: { by: 'nobody' } } });
    expect(unanswered('reject')).toMatchObject({ type: 'failed', error: { code: 'rejected' } });
    expect(unanswered('reject', { onReject: 'port' })).toMatchObject({ type: 'done', ports: ['rejected'] });
  });
});
