import { expect, it } from 'vitest';
import { safePath } from './safe-path.ts';

it.each([
  [undefined, '/workflows'],
  ['/runs/r1?task=a', '/runs/r1?task=a'],
  ['//evil.example', '/workflows'],
  ['/\\evil.example', '/workflows'],
  ['https://evil.example', '/workflows'],
  ['runs', '/workflows'],
])('%s leads to %s', (from, to) => expect(safePath(from)).toBe(to));
