import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Task } from '#domain/definition/schema/workflow.ts';
import type { Usual } from '#domain/forecast/usual.ts';
import type { Scenario } from '#domain/simulation/scenario.ts';
import type { TaskSummary } from '#components/run-view/store/task-summary.ts';
import { cx } from '#components/ui/cx.ts';
import { Select } from '#components/ui/select.tsx';
import { StatusGlyph } from '#components/ui/status-glyph.tsx';
import { statusWord } from '#components/ui/status-word.ts';
import { NumberCell } from './number-cell.tsx';
import { choiceOf, outcomeChoices, outcomesOf, type OutcomeChoice } from './outcome-choice.ts';
import { outcomeColumns } from './outcome-columns.ts';
import type { SimulationActs } from './simulation-store.ts';

/** How long an attempt takes of a task that never ran: what the simulator assumes, ms. */
const unseenMs = 1_000;

/** One task: what it is assumed to do, and what became of it. */
export function OutcomeRow(props: {
  task: Task;
  manifest: Manifest | undefined;
  scenario: Scenario;
  /** What it does when nothing is chosen. */
  auto: string;
  usual: Usual | undefined;
  summary: TaskSummary | undefined;
  selected: boolean;
  assumeTask: SimulationActs['assumeTask'];
  onSelect: () => void;
}) {
  const { task, scenario, summary } = props;
  const { id } = task;
  const name = task.name ?? id;
  const { choice, times } = choiceOf(scenario.outcomes?.[id]);
  const options = outcomeChoices(task, props.manifest, props.auto);
  if (choice === 'other') options.push({ value: 'other', label: 'As in the file' });
  const failure = scenario.failures?.[id];
  const attempts = summary === undefined ? 0 : (summary.copies ?? [summary.view]).reduce((sum, view) => sum + view.attempt, 0);
  return (
    <div role="row" className={cx(outcomeColumns, 'h-9 border-b border-line px-3', props.selected && 'bg-accent-soft')}>
      <span role="rowheader" className="min-w-0">
        <button
          type="button"
          onClick={props.onSelect}
          className="flex w-full min-w-0 items-center gap-1.5 rounded-chip text-left text-12 hover:text-accent-text"
        >
          <StatusGlyph status={summary?.status ?? 'none'} size={12} hidden />
          <span className="truncate">{name}</span>
        </button>
      </span>
      <span role="cell" className="flex gap-1">
        <Select<OutcomeChoice>
          label={`Outcome of ${name}`}
          size="md"
          value={choice}
          options={options}
          onChange={(next) => next !== 'other' && props.assumeTask('outcomes', id, outcomesOf(next, times))}
        />
        {choice === 'fails-then' ? (
          <NumberCell
            label={`Failed attempts of ${name}`}
            className="w-14 shrink-0"
            value={times}
            placeholder="1"
            unit="×"
            min={1}
            max={100}
            whole
            onChange={(next) => props.assumeTask('outcomes', id, outcomesOf('fails-then', next ?? 1))}
          />
        ) : null}
      </span>
      <span role="cell">
        <NumberCell
          label={`Duration of ${name}, s`}
          value={scenario.durations?.[id]?.[0] === undefined ? undefined : scenario.durations[id][0] / 1000}
          placeholder={String(Math.round((props.usual?.medianMs ?? unseenMs) / 100) / 10)}
          unit="s"
          min={0}
          max={31_536_000}
          onChange={(sec) => props.assumeTask('durations', id, sec === undefined ? undefined : [Math.round(sec * 1000)])}
        />
      </span>
      <span role="cell">
        <NumberCell
          label={`Chance that ${name} fails, %`}
          value={failure === undefined ? undefined : Math.round(failure * 10_000) / 100}
          placeholder={String((scenario.failures?.['*'] ?? 0) * 100)}
          unit="%"
          min={0}
          max={100}
          onChange={(percent) => props.assumeTask('failures', id, percent === undefined ? undefined : percent / 100)}
        />
      </span>
      <span role="cell">
        {task.map === undefined ? null : (
          <NumberCell
            label={`Copies of ${name}`}
            value={scenario.copies?.[id]}
            placeholder={String(summary?.copies?.length ?? props.usual?.copies ?? 1)}
            unit="×"
            min={0}
            max={10_000}
            whole
            onChange={(copies) => props.assumeTask('copies', id, copies)}
          />
        )}
      </span>
      <span role="cell" className="num min-w-0 truncate text-12 text-ink-2 max-sm:hidden">
        {summary === undefined ? '' : statusWord(summary.status)}
        {attempts > 1 ? `, ${attempts} attempts` : ''}
      </span>
    </div>
  );
}
