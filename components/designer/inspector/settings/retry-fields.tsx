import type { Retry } from '#domain/definition/schema/workflow.ts';
import { CountField } from './count-field.tsx';
import type { RetryRun } from './use-retry-run.ts';
import { RetryPicture } from './retry-picture.tsx';

/** How often a task is tried again and how long it waits between, with a picture of it. */
export function RetryFields(props: {
  retry: Retry;
  /** Whose own delays are marked. */
  run?: RetryRun | null;
  onChange: (retry: Retry, what: string) => void;
}) {
  const { retry, onChange } = props;
  const grows = retry.multiplier > 1;
  return (
    <div>
      <div className="mb-3 grid grid-cols-2 gap-2">
        <CountField
          label="Retries"
          after="max"
          value={retry.max}
          whole
          onChange={(max) => onChange({ ...retry, max: max ?? 0 }, 'retries')}
        />
        <CountField
          label="First delay"
          after="s"
          value={retry.delaySec}
          onChange={(delaySec) => onChange({ ...retry, delaySec: delaySec ?? 0 }, 'delay')}
        />
        <CountField
          label="Multiplier"
          after="×"
          value={retry.multiplier}
          onChange={(multiplier) => onChange({ ...retry, multiplier: multiplier ?? 0 }, 'multiplier')}
        />
        <CountField
          label="Longest delay"
          after="s"
          value={retry.maxDelaySec}
          least={1}
          placeholder="1 day"
          onChange={(maxDelaySec) => {
            const { maxDelaySec: _, ...rest } = retry;
            onChange(maxDelaySec === undefined ? rest : { ...rest, maxDelaySec }, 'longest delay');
          }}
        />
      </div>
      <RetryPicture retry={retry} run={props.run ?? null} />
      {retry.maxDelaySec !== undefined && !grows ? (
        <p className="mt-1 text-12 text-ink-3">The longest delay counts only where delays grow: with a multiplier above 1.</p>
      ) : null}
    </div>
  );
}
