import { describe, expect, it } from 'vitest';
import { HeldFacts } from './held-facts.ts';

describe('facts that wait for company', () => {
  it('are told in their order, at once when something follows, and not again', async () => {
    const facts = new HeldFacts();
    const told: string[] = [];
    const [one, other] = [{}, {}];
    facts.hold(one, 3_600_000, () => told.push('config'));
    facts.hold(other, 3_600_000, () => told.push('config of another'));
    facts.hold(one, 3_600_000, () => told.push('start'));
    facts.tell(one);
    facts.tell(one);
    expect(told).toEqual(['config', 'start']);
    facts.tell(other);
    expect(told).toEqual(['config', 'start', 'config of another']);
  });

  it('are all told when the first of them is due', async () => {
    const facts = new HeldFacts();
    const told: string[] = [];
    await new Promise<void>((resolve) => {
      facts.hold({}, 3_600_000, () => told.push('patient'));
      facts.hold({}, 0, () => {
        told.push('due');
        resolve();
      });
    });
    expect(told).toEqual(['patient', 'due']);
    await new Promise<void>((resolve) => facts.hold({}, 0, resolve));
  });
});
