import { describe, expect, it } from 'vitest';
import { parseWorkflow } from '#domain/definition/parse.ts';
import { cellStatus } from './cell-status.ts';
import { failedTasks } from './failed-tasks.ts';
import { dayLabels } from './day-labels.ts';
import type { GridRun } from './grid-run.ts';
import { gridColumns, gridRows } from './grid-rows.ts';
import { matchRows } from './match-rows.ts';

const run = (
  number: number,
  statuses: Record<string, GridRun['cells'][number]['statuses']>,
  more: Partial<GridRun> = {},
): GridRun => ({
  id: `r${number}`,
  number,
  workflowId: 'w',
  version: 1,
  runType: 'scheduled',
  status: 'success',
  paused: false,
  reason: null,
  logicalTime: Date.UTC(2026, 2, number, 12),
  triggerId: 't',
  createdAt: number,
  startedAt: number,
  endedAt: number + 1,
  cells: Object.entries(statuses).map(([task, counts]) => ({ task, statuses: counts, startedAt: 1, endedAt: 2, attempt: 1 })),
  ...more,
});
const parsed = parseWorkflow({
  format: 'drawloom/workflow@1',
  id: 'w',
  name: 'W',
  triggers: [],
  tasks: [
    { id: 'z_first', name: 'Fetch rates', operator: 'noop@1', config: {} },
    { id: 'a_last', operator: 'noop@1', config: {} },
  ],
  edges: [{ from: 'z_first', to: 'a_last' }],
});
if (!parsed.ok) throw new Error('the workflow of this test cannot be read');
const { workflow } = parsed;
// As the server gives them: newest first.
const runs = [
  run(3, { z_first: { success: 1 } }, { status: 'running', endedAt: null }),
  run(2, { z_first: { success: 2, failed: 1 }, a_last: { upstream_failed: 1 } }, { status: 'failed' }),
  run(1, { z_first: { success: 1 }, a_last: { success: 1 }, gone: { skipped: 1 } }),
];

describe('the grid', () => {
  it('has the tasks as they run, then those that only older runs had; the oldest run at the left', () => {
    expect(gridRows(workflow, runs)).toEqual([
      { task: 'z_first', title: 'Fetch rates', operator: 'noop@1' },
      { task: 'a_last', title: 'a_last', operator: 'noop@1' },
      { task: 'gone', title: 'gone', operator: null },
    ]);
    expect(gridColumns(runs).map((column) => column.run.number)).toEqual([1, 2, 3]);
  });

  it('shows of copies the status that matters, and nothing where an ended run has nothing', () => {
    const columns = gridColumns(runs);
    const shown = (column: number, task: string) => cellStatus(columns[column]!.run, columns[column]!.cells.get(task));
    expect(shown(0, 'a_last')).toBe('success');
    expect(shown(1, 'z_first')).toBe('failed');
    expect(shown(1, 'gone')).toBeNull();
    expect(shown(2, 'a_last')).toBe('none');
  });

  it('finds tasks by name, id and status', () => {
    const columns = gridColumns(runs);
    const rows = gridRows(workflow, runs);
    const found = (text: string) => matchRows(rows, columns, text).map(({ task }) => task);
    expect(found('RATES')).toEqual(['z_first']);
    expect(found('status:failed')).toEqual(['z_first']);
    expect(found('status:upstream a_')).toEqual(['a_last']);
    expect(found('status:nothing')).toEqual([]);
    expect(found('  ')).toEqual(['z_first', 'a_last', 'gone']);
  });

  it('knows what failed of itself in a run, not what only followed', () => {
    expect(runs.map(failedTasks)).toEqual([[], ['z_first'], []]);
  });

  it('writes the day once, the month where it begins, in the zone, and leaves out what has no room', () => {
    const at = (day: number, hour: number, month = 2) => Date.UTC(2026, month, day, hour);
    expect(dayLabels([at(1, 12), at(1, 20), at(1, 23), at(2, 1), at(3, 1)], 'UTC')).toEqual([
      { column: 0, text: 'Mar 1', monday: false },
      { column: 3, text: '2', monday: true },
    ]);
    // 23:00 UTC is the next day in Berlin.
    expect(dayLabels([at(1, 12), at(1, 12), at(1, 12), at(1, 23)], 'Europe/Berlin')).toEqual([
      { column: 0, text: 'Mar 1', monday: false },
      { column: 3, text: '2', monday: true },
    ]);
    expect(dayLabels([at(31, 12), at(31, 12), at(31, 12), at(1, 12, 3)], 'UTC').map(({ text }) => text)).toEqual([
      'Mar 31',
      'Apr 1',
    ]);
  });
});
