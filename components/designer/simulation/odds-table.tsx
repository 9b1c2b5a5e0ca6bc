import type { ManyRunsResult, TaskOdds } from '#domain/simulation/many-runs.ts';
import { useDesigner } from '../session/use-designer.ts';

const most = 100;
const columns: [keyof TaskOdds, string][] = [
  ['failed', 'Failed'],
  ['upstreamFailed', 'Upstream failed'],
  ['skipped', 'Skipped'],
  ['retried', 'Retried'],
  ['critical', 'Critical'],
];

/** In how many of the runs something happened to each task, the likeliest to fail first. */
export function OddsTable({ result, onSelect }: { result: ManyRunsResult; onSelect: (task: string) => void }) {
  const tasks = useDesigner((s) => s.workflow.tasks);
  const rows = tasks
    .flatMap((task) => {
      const odds = result.tasks[task.id];
      return odds === undefined ? [] : [{ task, odds }];
    })
    .sort((a, b) => b.odds.failed - a.odds.failed || b.odds.critical - a.odds.critical);
  return (
    <div className="min-w-0">
      <table className="tbl w-full whitespace-nowrap [--row:28px]">
        <caption className="sr-only">How often what happened to each task</caption>
        <thead>
          <tr>
            <th scope="col">Task</th>
            {columns.map(([key, head]) => (
              <th key={key} scope="col" className="r">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map(({ task, odds }) => (
            <tr key={task.id}>
              <td className="max-w-40 truncate">
                <button type="button" className="hover:text-accent-text" onClick={() => onSelect(task.id)}>
                  {task.name ?? task.id}
                </button>
              </td>
              {columns.map(([key]) => (
                <td key={key} className="r num">
                  {odds[key] === 0 ? '' : `${((100 * odds[key]) / result.runs).toFixed(1)} %`}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > most ? <p className="px-2 py-1.5 text-ink-3">and {rows.length - most} more</p> : null}
    </div>
  );
}
