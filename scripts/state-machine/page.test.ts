import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { transitions } from '#domain/run/transition.ts';
import { stateMachinePage } from './page.ts';

test('docs/state-machine.md is what the machine says now (node scripts/state-machine.mjs makes it)', async () => {
  expect(readFileSync('docs/state-machine.md', 'utf8')).toBe(await stateMachinePage());
});

test('every event stands in the table under its own name', () => {
  for (const [name, transition] of Object.entries(transitions)) expect(transition.type).toBe(name);
});
