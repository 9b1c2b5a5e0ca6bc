import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Agenda } from './agenda.ts';

test('gives the earliest first, and at one instant in the order things were put in', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), (times) => {
      const agenda = new Agenda<number>();
      times.forEach((at, item) => agenda.add(at, item));
      const taken: number[] = [];
      for (let next = agenda.take(); next !== undefined; next = agenda.take()) taken.push(next.item);
      const wanted = times.map((at, item) => ({ at, item })).sort((a, b) => a.at - b.at || a.item - b.item);
      expect(taken).toEqual(wanted.map(({ item }) => item));
      expect(agenda.size).toBe(0);
    }),
  );
});
