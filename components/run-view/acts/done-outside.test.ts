import { expect, test } from 'vitest';
import { parseWorkflow } from '#domain/definition/parse.ts';
import { newRun } from '#domain/run/transition.ts';
import { simulate } from '#domain/simulation/simulate.ts';
import { catalog } from '#operators/catalog.ts';
import { RunHistory } from '../store/run-history.ts';
import { modelOf } from '../store/run-model.ts';
import { doneOutside } from './done-outside.ts';

const shell = (id: string, idempotent?: 'yes' | 'no') => ({
  id,
  operator: 'shell@1',
  config: { command: 'true' },
  ...(idempotent === undefined ? {} : { idempotent }),
});
const parsed = parseWorkflow({
  format: 'drawloom/workflow@1',
  id: 'w',
  name: 'W',
  triggers: [],
  tasks: [
    shell('sent'),
    shell('repeatable', 'yes'),
    { id: 'nothing', operator: 'noop@1', config: {} },
    shell('broke'),
    shell('never'),
  ],
  edges: [{ from: 'broke', to: 'never' }],
});
if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
const model = modelOf(parsed.workflow);

test('names what was done and may not be repeatable; not what failed, never began, is repeatable or has no effects', () => {
  const history = new RunHistory(model.plan, { seq: 0, state: newRun(model.plan) });
  expect(doneOutside(model, history.state, 0, catalog)).toEqual([]);
  history.append(simulate(parsed.workflow, { broke: ['failed'] }).events.map((event, i) => ({ seq: i + 1, event })));
  expect(doneOutside(model, history.state, history.at ?? 0, catalog)).toEqual(['sent']);
});
