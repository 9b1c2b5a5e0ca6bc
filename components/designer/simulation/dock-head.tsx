import { Copy, X } from 'lucide-react';
import type { Scenario } from '#domain/simulation/scenario.ts';
import type { Simulated } from '#domain/simulation/simulate.ts';
import { formatDuration } from '#components/ui/format-duration.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import { ProblemGlyph } from '#components/ui/problem-glyph.tsx';
import { StatusText } from '#components/ui/status-text.tsx';
import { copyText } from '#components/run-view/panel/copy-text.ts';
import { DockTabs } from '../dock/dock-tabs.tsx';
import { scenarioFile } from './scenario-file.ts';
import { useSimulation } from './use-simulation.ts';

/** Head of the Simulation: back to the problems, what the run comes to, the scenario as a file, close. */
export function DockHead({ run, fault, scenario }: { run: Simulated | null; fault: string | null; scenario: Scenario }) {
  const hide = useSimulation((s) => s.hide);
  const attempts = run === null ? 0 : Object.values(run.attempts).reduce((sum, n) => sum + n, 0);
  const endless = run !== null && run.stuck.length > 0;
  return (
    <div className="flex h-8 shrink-0 items-center gap-3 border-b border-line pr-2 pl-3.5 whitespace-nowrap">
      <h2 className="sr-only">Simulation</h2>
      <DockTabs current="simulation" />
      <span className="flex-1" />
      <span role="status" className="flex min-w-0 items-center gap-2 text-12">
        {fault !== null ? (
          <>
            <ProblemGlyph level="error" size={12} />
            <span className="truncate text-st-failed-text">Nothing can be simulated: {fault}</span>
          </>
        ) : run === null ? null : (
          <>
            <StatusText status={run.run} size={12}>
              {endless ? 'Never ends' : undefined}
            </StatusText>
            <span className="num text-ink-2">
              {formatDuration(run.makespanMs)}, {attempts.toLocaleString('en')} {attempts === 1 ? 'attempt' : 'attempts'}
            </span>
          </>
        )}
      </span>
      <IconButton
        size="sm"
        label="Copy the scenario, for drawloom simulate --outcomes"
        icon={<Copy strokeWidth={1.75} />}
        onClick={() => void copyText(scenarioFile(scenario), 'Scenario copied.')}
      />
      <IconButton size="sm" label="Close the simulation" keys="S" icon={<X strokeWidth={1.75} />} onClick={hide} />
    </div>
  );
}
