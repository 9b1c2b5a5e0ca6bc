import { Time } from '#components/ui/time.tsx';
import { sourceWords } from './source-words.ts';
import { StaleMark } from './stale-mark.tsx';

/** Where a value is from: `pinned`, `run 12`, `last try`, with its instant. */
export function ValueOrigin(props: {
  source: Parameters<typeof sourceWords>[0];
  runNumber: number | null;
  runId?: string | null;
  at?: number | null;
  /** The task was changed since. */
  stale?: boolean;
}) {
  const { source, runNumber, runId, at } = props;
  const text = sourceWords(source, runNumber);
  return (
    <span className="text-12 whitespace-nowrap text-ink-3">
      {runId ? (
        <a className="link" href={`/runs/${encodeURIComponent(runId)}`}>
          {text}
        </a>
      ) : (
        text
      )}
      {at ? (
        <>
          , <Time at={at} relative="only" />
        </>
      ) : null}
      {props.stale === true ? (
        <>
          {' '}
          <StaleMark />
        </>
      ) : null}
    </span>
  );
}
