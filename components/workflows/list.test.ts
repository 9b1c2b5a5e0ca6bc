import { describe, expect, it } from 'vitest';
import { listRows } from './list-rows.ts';
import { matchWorkflow } from './match-workflow.ts';
import { parseQuery } from './parse-query.ts';
import { scheduleWords } from './schedule-words.ts';
import { inSegment, isFailing } from './segment.ts';
import type { WorkflowItem } from './workflow-item.ts';

const item = (name: string, more: Partial<WorkflowItem> = {}): WorkflowItem => ({
  id: name.toLowerCase().replaceAll(' ', '_'),
  project: '',
  name,
  tags: [],
  enabled: false,
  version: 1,
  updatedAt: 0,
  owner: 'Mara Lind',
  operators: ['python', 'sql'],
  problems: { errors: 0, warnings: 0 },
  triggers: [],
  next: null,
  recent: [],
  running: [],
  breaker: null,
  ...more,
});
const run = (status: WorkflowItem['recent'][number]['status']) => ({
  runId: 'r',
  number: 1,
  status,
  startedAt: 0,
  endedAt: 1,
  logicalTime: 0,
});

describe('search', () => {
  it('reads words, filters, quotes and negation', () => {
    expect(parseQuery('sales -is:off owner:"Mara Lind" http://x')).toEqual({
      words: ['sales', 'http://x'],
      filters: [
        { key: 'is', value: 'off', not: true },
        { key: 'owner', value: 'mara lind', not: false },
      ],
    });
  });
  it('leaves a filter without a value out while it is typed', () => expect(parseQuery('operator:').filters).toEqual([]));
  it.each([
    ['weather', true],
    ['operator:sql', true],
    ['operator:http', false],
    ['tag:daily', true],
    ['-tag:daily', false],
    ['owner:lind is:on', true],
    ['is:nonsense', false],
  ])('%s: %s', (text, hit) => {
    expect(matchWorkflow(item('Weather ETL', { tags: ['daily'], enabled: true }), parseQuery(text))).toBe(hit);
  });
});

describe('segments', () => {
  it('failing looks at the newest run that ended, past those that run or were cancelled', () => {
    expect(isFailing(item('a', { recent: [run('success'), run('failed'), run('cancelled'), run('running')] }))).toBe(true);
    expect(isFailing(item('a', { recent: [run('failed'), run('success')] }))).toBe(false);
    expect(isFailing(item('a'))).toBe(false);
  });
  it('counts warnings as problems', () =>
    expect(inSegment(item('a', { problems: { errors: 0, warnings: 1 } }), 'problems')).toBe(true));
});

describe('rows', () => {
  const names = (rows: ReturnType<typeof listRows>) =>
    rows.map((r) => (r.type === 'folder' ? `${r.open ? 'v' : '>'}${r.name}` : r.workflow.name));
  const all = [
    item('b', { project: 'Retail' }),
    item('a2'),
    item('a10'),
    item('a', { project: 'Retail' }),
    item('x', { project: 'Archive' }),
  ];
  it('are flat without folders, numbers in their order', () =>
    expect(names(listRows([item('a10'), item('a2')], new Set(), false))).toEqual(['a2', 'a10']));
  it('have folders by name, those without one last', () => {
    expect(names(listRows(all, new Set(['Archive']), false))).toEqual(['>Archive', 'vRetail', 'a', 'b', 'v', 'a2', 'a10']);
  });
  it('open every folder for a search', () => expect(names(listRows(all, new Set(['Archive']), true))[0]).toBe('vArchive'));
});

describe('schedule', () => {
  const trigger = (words: string, timezone = 'Europe/Berlin', enabled = true) => ({
    id: words,
    type: 'cron' as const,
    words,
    timezone,
    enabled,
  });
  it('says the zone that is not the person’s', () => {
    expect(scheduleWords({ triggers: [trigger('On weekdays at 22:15', 'America/New_York')] }, 'Europe/Berlin')).toBe(
      'On weekdays at 22:15, New York',
    );
  });
  it('joins those that are on', () => {
    const triggers = [trigger('Every day at 02:30'), trigger('On Mondays at 05:00'), trigger('Every hour', 'UTC', false)];
    expect(scheduleWords({ triggers }, 'Europe/Berlin')).toBe('Every day at 02:30; on Mondays at 05:00');
  });
  it('is by hand without triggers', () => expect(scheduleWords({ triggers: [] }, 'UTC')).toBe('By hand'));
});
