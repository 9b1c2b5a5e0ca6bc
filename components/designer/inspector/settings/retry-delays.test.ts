import { describe, expect, it } from 'vitest';
import { retryDelays } from './retry-delays.ts';

describe('retryDelays', () => {
  it('is constant without a multiplier', () => {
    expect(retryDelays({ max: 2, delaySec: 300, multiplier: 0 })).toEqual([
      { least: 300, most: 300 },
      { least: 300, most: 300 },
    ]);
  });
  it('doubles, with jitter up to as much again, under the caps', () => {
    expect(retryDelays({ max: 3, delaySec: 30, multiplier: 2 })).toEqual([
      { least: 30, most: 60 },
      { least: 60, most: 120 },
      { least: 120, most: 240 },
    ]);
    expect(retryDelays({ max: 2, delaySec: 30, multiplier: 2, maxDelaySec: 50 })).toEqual([
      { least: 30, most: 50 },
      { least: 50, most: 50 },
    ]);
    expect(retryDelays({ max: 1000, delaySec: 100, multiplier: 100 }).at(-1)).toEqual({ least: 86_400, most: 86_400 });
  });
});
