import { expect, test } from 'vitest';
import { joinRound } from './join-round.ts';

const edge = (from: string, to: string, port = 'out') => ({ from, to, port });

test('neighbours of a removed task are joined, with the port they came from', () => {
  const edges = [edge('a', 'x', 'yes'), edge('b', 'x'), edge('x', 'c'), edge('x', 'd'), edge('b', 'c')];
  expect(joinRound(edges, new Set(['x']))).toEqual([edge('a', 'c', 'yes'), edge('a', 'd', 'yes'), edge('b', 'd')]);
});

test('through several removed tasks in a row, and not where nothing follows', () => {
  expect(joinRound([edge('a', 'x'), edge('x', 'y'), edge('y', 'c')], new Set(['x', 'y']))).toEqual([edge('a', 'c')]);
  expect(joinRound([edge('a', 'x')], new Set(['x']))).toEqual([]);
});
