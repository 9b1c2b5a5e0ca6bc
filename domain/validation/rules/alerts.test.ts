import { expect, it } from 'vitest';
import { parseWorkflow } from '#domain/definition/parse.ts';
import type { Settings } from '#domain/definition/schema/workflow.ts';
import { makeContext } from '../context.ts';
import { alerts } from './alerts.ts';

type Written = Partial<NonNullable<Settings['alerts']>[number]>;

function codesOf(alert: Written, more: Partial<Settings> = {}, known: ReadonlySet<string> | null = new Set(['mail'])) {
  const parsed = parseWorkflow({
    ...{ format: 'drawloom/workflow@1', id: 'w', name: 'w', triggers: [], tasks: [], edges: [] },
    settings: { ...more, alerts: [alert] },
  });
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  return [...alerts(makeContext(parsed.workflow, [], known))].map(({ code, pointer }) => [code, pointer]);
}

it.each<[Written, Partial<Settings>, string[][]]>([
  [{ on: ['failed'], connection: 'mail' }, {}, []],
  [{ on: ['late'], lateAfterSec: 60, connection: 'mail' }, {}, []],
  [{ on: ['circuit-open'], connection: ' mail ' }, { autoPauseAfterFailures: 2 }, []],
  [
    {},
    {},
    [
      ['alert.incomplete', '/settings/alerts/0/on'],
      ['alert.incomplete', '/settings/alerts/0/connection'],
    ],
  ],
  [{ on: ['late'], connection: 'mail' }, {}, [['alert.late-after', '/settings/alerts/0/lateAfterSec']]],
  [{ on: ['circuit-open'], connection: 'mail' }, {}, [['alert.no-breaker', '/settings/alerts/0/on']]],
  [{ on: ['failed'], connection: 'gone' }, {}, [['config.unknown-connection', '/settings/alerts/0/connection']]],
])('%j with %j', (alert, more, codes) => {
  expect(codesOf(alert, more)).toEqual(codes);
});

it('says nothing of connections where nobody knows which there are', () => {
  expect(codesOf({ on: ['failed'], connection: 'gone' }, {}, null)).toEqual([]);
});
