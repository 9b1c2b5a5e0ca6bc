import { describe, expect, it } from 'vitest';
import { settingWords } from './setting-words.ts';

describe('settingWords', () => {
  it('says retries with their delay', () => {
    expect(settingWords.retry(undefined)).toBe('none');
    expect(settingWords.retry({ max: 1, delaySec: 300, multiplier: 0 })).toBe('1 retry, after 5 min');
    expect(settingWords.retry({ max: 3, delaySec: 90, multiplier: 2 })).toBe('3 retries, first after 1 min 30 s');
  });
  it('counts the copies of a mapped task where they are known', () => {
    const map = { combine: 'product' as const, limit: 1024 };
    const two = [
      { into: 'a', items: [1, 2, 3] },
      { into: 'b', items: [1, 2] },
    ];
    expect(settingWords.map({ ...map, over: two })).toBe('6 copies');
    expect(settingWords.map({ ...map, combine: 'zip', over: two })).toBe('2 copies');
    expect(settingWords.map({ ...map, over: [{ into: 'a', items: '{{ tasks.list.output }}' }] })).toBe(
      'a copy per item of 1 list',
    );
  });
  it('says what a task is to others', () => {
    expect(settingWords.role({ teardown: { of: ['make', 'open'], failsRun: false } })).toBe('teardown of make, open');
    expect(settingWords.past({ dependsOnPast: false, waitForDownstream: true })).toBe('waits for it and what follows');
  });
});
