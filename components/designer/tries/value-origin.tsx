import { Time } from '#components/ui/time.tsx';

const words = { pin: 'pinned', run: 'run', try: 'last try', typed: 'typed for this try' };

/** Where a value is from: `pinned`, `run 12`, `last try`, with its instant. */
export function ValueOrigin(props: {
  source: keyof typeof words;
  runNumber: number | null;
  runId?: string | null;
  at?: number | null;
}) {
  const { source, runNumber, runId, at } = props;
  const text = source === 'run' && runNumber !== null ? `run ${runNumber}` : words[source];
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
    </span>
  );
}
