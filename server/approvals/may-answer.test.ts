import { expect, it } from 'vitest';
import type { Role } from '#server/auth/role.ts';
import { mayAnswer } from './may-answer.ts';

const person = (role: Role, email = 'ada@example.com') => ({ role, email });

it.each<[string, Role, { role: string | null; people: string[] }, boolean]>([
  ['nobody is named: who may run', 'runner', { role: null, people: [] }, true],
  ['nobody is named: not who only looks', 'viewer', { role: null, people: [] }, false],
  ['named by e-mail, however it is written', 'viewer', { role: null, people: ['bo@example.com', ' Ada@Example.com'] }, true],
  ['others are named', 'admin', { role: null, people: ['bo@example.com'] }, false],
  ['of the role', 'editor', { role: 'editor', people: [] }, true],
  ['of a higher one', 'admin', { role: 'editor', people: [] }, true],
  ['of a lower one', 'runner', { role: 'editor', people: [] }, false],
  ['of a lower one, but named', 'viewer', { role: 'editor', people: ['ada@example.com'] }, true],
])('%s', (_what, role, audience, expected) => {
  expect(mayAnswer(person(role), audience)).toBe(expected);
});
