import { afterEach, expect, it } from 'vitest';
import { EngineBench } from '#server/engine/testing/engine-bench.ts';
import { workflow } from '#server/engine/testing/workflows.ts';
import { answerAlone } from './answer-alone.ts';

let bench: EngineBench;
afterEach(() => bench.close());

const asking = (form?: object) =>
  workflow('w', { ask: { operator: 'approval@1', config: { message: 'Go on?', ...(form ? { form } : {}) } as never } });

it.each([
  ['cancels a run that asks somebody', false, undefined, 'cancelled'],
  ['approves when it is told to', true, undefined, 'success'],
  ['fills in a form with its defaults', true, { properties: { n: { type: 'number', default: 3 } } }, 'success'],
  ['cancels when a form wants more than that', true, { properties: { n: {} }, required: ['n'] }, 'cancelled'],
])('%s, and says so', async (_what, approve, form, status) => {
  bench = await EngineBench.open();
  await bench.publish(asking(form));
  const told: string[] = [];
  const end = answerAlone(bench.engine, { approve, asked: (task) => void told.push(task) });
  expect((await bench.run('w')).status).toBe(status);
  end();
  expect(told).toEqual(['ask']);
});
