import { Dices, Square } from 'lucide-react';
import type { UsualDurations } from '#domain/forecast/usual.ts';
import type { Scenario } from '#domain/simulation/scenario.ts';
import { Button } from '#components/ui/button.tsx';
import { formatDuration } from '#components/ui/format-duration.ts';
import { useDesigner } from '../session/use-designer.ts';
import { Histogram } from './histogram.tsx';
import { OddsTable } from './odds-table.tsx';
import { useManyRuns } from './use-many-runs.ts';

const times = 1_000;

/** The same run a thousand times, each with its own chance: how often it goes well, how long it takes, what fails. */
export function ManyTab(props: { scenario: Scenario; usual: UsualDurations; onSelect: (task: string) => void }) {
  const workflow = useDesigner((s) => s.workflow);
  const many = useManyRuns();
  const { state, busy } = many;
  const result = state?.result ?? null;
  const old = state !== null && !busy && (state.of.workflow !== workflow || state.of.scenario !== props.scenario);
  const varies = Object.values(props.scenario.failures ?? {}).some((share) => share > 0) || props.usual.runs > 1;
  const good = result === null ? 0 : (result.ended.success ?? 0) / Math.max(1, result.runs);
  const percent = (share: number): string => `${(100 * share).toFixed(share > 0.995 && share < 1 ? 2 : 1)} %`;
  return (
    <div className="scroll @container min-h-0 flex-1 px-4 py-3 text-12">
      <div className="mb-3 flex flex-wrap items-center gap-3">
        {busy ? (
          <Button icon={<Square strokeWidth={1.75} />} onClick={many.stop}>
            Stop
          </Button>
        ) : (
          <Button
            icon={<Dices strokeWidth={1.75} />}
            onClick={() => many.start({ workflow, scenario: props.scenario, usual: props.usual, times })}
          >
            Run 1,000 times
          </Button>
        )}
        <span role="status" className="num text-ink-3">
          {state?.fault ??
            (busy
              ? `${(result?.runs ?? 0).toLocaleString('en')} of ${times.toLocaleString('en')}`
              : old
                ? 'Something has changed since.'
                : result === null
                  ? ''
                  : `${result.runs.toLocaleString('en')} runs`)}
        </span>
        {varies ? null : (
          <span className="text-ink-3">
            Nothing varies yet: give attempts a chance to fail under Outcomes. Durations vary once there are runs to learn from.
          </span>
        )}
      </div>
      {result === null ? null : (
        <div className="grid grid-cols-[minmax(240px,1fr)_minmax(480px,1.4fr)] gap-6 @max-[760px]:grid-cols-1">
          <section aria-label="Makespan">
            <p className="mb-2">
              <b>{percent(good)}</b> go well. Half of all end within <b>{formatDuration(result.makespan.p50)}</b>, 19 of 20 within{' '}
              <b>{formatDuration(result.makespan.p95)}</b>.
            </p>
            <Histogram result={result} />
          </section>
          <OddsTable result={result} onSelect={props.onSelect} />
        </div>
      )}
    </div>
  );
}
