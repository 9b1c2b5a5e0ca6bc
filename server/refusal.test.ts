import { expect, test, vi } from 'vitest';

test('a refusal is one also for another copy of its class, as bundles have; other errors are none', async () => {
  const { Refusal } = await import('#server/refusal.ts');
  vi.resetModules();
  const { Refusal: Other } = await import('#server/refusal.ts');
  expect(Other).not.toBe(Refusal);
  expect(new Other('workflow.invalid', 'No.', 422)).toBeInstanceOf(Refusal);
  expect(new Error('No.')).not.toBeInstanceOf(Refusal);
});
