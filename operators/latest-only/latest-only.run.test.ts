import { describe, expect, it } from 'vitest';
import type { RunContext } from '#operators/runner.ts';
import { runner } from './latest-only.run.ts';

const context = (isLatest?: () => boolean) => ({ log: () => {}, ...(isLatest ? { isLatest } : {}) }) as unknown as RunContext;

describe('latest only', () => {
  it('goes on in the newest run', async () => {
    expect(
      await runner.run(
        {},
        context(() => true),
      ),
    ).toEqual({ type: 'done', output: true });
  });

  it('skips its direct children in an older one', async () => {
    expect(
      await runner.run(
        {},
        context(() => false),
      ),
    ).toEqual({ type: 'done', output: false, shortCircuit: 'children' });
  });

  it('goes on where nobody can say', async () => {
    expect(await runner.run({}, context())).toEqual({ type: 'done', output: true });
  });
});
