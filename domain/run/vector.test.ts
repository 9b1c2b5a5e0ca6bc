import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffVectors, filledVector, VectorEditor, type Vector } from './vector.ts';

const sizes = fc.oneof(fc.integer({ min: 0, max: 70 }), fc.constantFrom(31, 32, 33, 1023, 1024, 1025, 1057, 33_000));
const list = <T>(vector: Vector<T>) => Array.from({ length: vector.size }, (_, index) => vector.get(index));

test('a vector does what an array does, and every older one stays as it was', () => {
  fc.assert(
    fc.property(sizes, fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { maxLength: 60 }), (size, steps) => {
      let vector = filledVector(size, -1);
      let array = new Array<number>(size).fill(-1);
      const older: [Vector<number>, number[]][] = [];
      for (const [where, value, push] of steps) {
        older.push([vector, array]);
        const editor = new VectorEditor(vector);
        array = [...array];
        if (push || array.length === 0) {
          editor.push(value);
          array.push(value);
        } else {
          editor.set(where % array.length, value);
          array[where % array.length] = value;
        }
        vector = editor.done();
      }
      expect(list(vector)).toEqual(array);
      for (const [then, was] of older.slice(-5)) expect(list(then)).toEqual(was);
    }),
    { numRuns: 60 },
  );
});

test('an editor that has given its vector away changes it no more', () => {
  const editor = new VectorEditor(filledVector(40, 0));
  editor.set(1, 1);
  const first = editor.done();
  editor.set(1, 2);
  expect([first.get(1), editor.get(1)]).toEqual([1, 2]);
});

test('the difference of two vectors names every index that changed, and the new ones', () => {
  fc.assert(
    fc.property(sizes, fc.uniqueArray(fc.nat(), { maxLength: 10 }), fc.nat(40), (size, where, pushed) => {
      const before = filledVector<object>(size, {});
      const editor = new VectorEditor(before);
      const changed = size === 0 ? [] : [...new Set(where.map((at) => at % size))];
      for (const index of changed) editor.set(index, {});
      for (let at = 0; at < pushed; at++) editor.push({});
      const found: number[] = [];
      diffVectors(before, editor.done(), (index) => found.push(index));
      const added = Array.from({ length: pushed }, (_, at) => size + at);
      expect(found.sort((a, b) => a - b)).toEqual([...changed, ...added].sort((a, b) => a - b));
    }),
    { numRuns: 60 },
  );
});
