'use client';
import { Button } from '#components/ui/button.tsx';
import type { ClearRuns } from './use-clear-runs.ts';

const things = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** Buttons of a dialog that clears in many runs: what it will do, then how far it is and the way to stop it. */
export function ClearRunsButton({ clearing, onLeave }: { clearing: ClearRuns; onLeave: () => void }) {
  const { progress, open, count, plan } = clearing;
  if (progress)
    return (
      <>
        <span className="num mr-auto flex items-center gap-2 text-12 text-ink-2" role="status">
          <progress
            className="h-1.5 w-28 accent-(--accent)"
            value={progress.done}
            max={progress.of}
            aria-label="Runs that are cleared"
          />
          {progress.done} of {things(progress.of, 'run')}
        </span>
        <Button onClick={clearing.stop}>Stop here</Button>
      </>
    );
  return (
    <>
      <Button onClick={onLeave}>Leave as it is</Button>
      <Button look="primary" busy={plan.length === 0 || open > 0} onClick={() => void clearing.clear()}>
        {open > 0
          ? `${things(open, 'answer')} ${open === 1 ? 'is' : 'are'} missing`
          : clearing.reading
            ? 'Looking…'
            : plan.length === 0
              ? 'Nothing to clear'
              : count === 0
                ? `Go on in ${things(plan.length, 'run')}`
                : `Clear ${things(count, 'task')} in ${things(plan.length, 'run')}`}
      </Button>
    </>
  );
}
