import { expect, it } from 'vitest';
import { nameFault } from './name-fault.ts';

it.each(['shop', ' shop ', 'Shop_2.a-b', 'x'.repeat(100)])('takes %j', (name) => expect(nameFault(name)).toBeUndefined());
it.each([
  ['', 'needs a name'],
  ['  ', 'needs a name'],
  ['a b', 'letters, digits'],
  ['größe', 'letters, digits'],
  ['x'.repeat(101), 'too long'],
])('refuses %j', (name, words) => expect(nameFault(name)).toContain(words));
