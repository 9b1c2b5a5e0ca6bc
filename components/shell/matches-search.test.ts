import { expect, it } from 'vitest';
import { matchesSearch } from './matches-search.ts';

it.each([
  ['', true],
  ['  ', true],
  ['ware', true],
  ['POSTGRES db', true],
  ['warehouse mysql', false],
])('%s: %s', (search, found) => expect(matchesSearch(search, ['Warehouse', null, 'postgres', 'db.example.com'])).toBe(found));
