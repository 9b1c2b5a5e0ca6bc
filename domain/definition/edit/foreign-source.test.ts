import { expect, test } from 'vitest';
import { foreignSource } from './foreign-source.ts';

test.each([
  ['{"name": "x", "nodes": [{"type": "n8n-nodes-base.httpRequest", "typeVersion": 4}], "connections": {}}', 'a workflow of n8n'],
  ['[{"id": "1", "type": "inject", "wires": [["2"]]}]', 'a flow of Node-RED'],
  ['"""Nightly."""\nfrom airflow.sdk import DAG\n\nwith DAG("x"):\n  pass', 'a program for Airflow'],
  ['{"nodes": []}', null],
  ['A sentence about airflow and DAGs.', null],
])('%s', (text, what) => expect(foreignSource(text)).toBe(what));

test('a text of 10 MB is told by its head', () => {
  const nodes = '{"type": "n8n-nodes-base.set", "typeVersion": 3},'.repeat(220_000);
  expect(foreignSource(`{"nodes": [${nodes.slice(0, -1)}]}`)).toBe('a workflow of n8n');
});
