import { X } from 'lucide-react';
import { Fragment } from 'react';
import type { ChainLink } from '#domain/forecast/critical-chain.ts';
import { formatDuration } from '#components/ui/format-duration.ts';
import { IconButton } from '#components/ui/icon-button.tsx';

/** The critical path as a line: which tasks decide when the run is done, and how much of the time is theirs. */
export function CriticalStrip(props: {
  chain: ReadonlyMap<string, ChainLink>;
  title: (task: string) => string;
  /** Of a run that has not ended: whether what is to come is part of it, as it is expected. */
  until: 'expected' | 'so far' | null;
  onSelect: (task: string) => void;
  onClose: () => void;
}) {
  const links = [...props.chain.values()];
  const whole = links.reduce((sum, { fromAt, toAt }) => sum + toAt - fromAt, 0);
  return (
    <section
      aria-label="Critical path"
      className="flex min-h-8 shrink-0 items-center gap-2 border-b border-line bg-surface pr-2 pl-4 text-12 whitespace-nowrap"
    >
      <h2 className="font-strong">
        Critical path{' '}
        <span className="num font-text text-ink-3">
          {formatDuration(whole)}
          {props.until === null ? '' : ` ${props.until}`}
        </span>
      </h2>
      {links.length === 0 ? (
        <span className="flex-1 text-ink-3">Nothing has taken any time yet.</span>
      ) : (
        <ol className="scroll flex min-w-0 flex-1 items-center gap-1 [scrollbar-width:none]">
          {links.map((link, i) => (
            <Fragment key={link.task}>
              {i === 0 ? null : (
                <li aria-hidden className="text-ink-3">
                  ›
                </li>
              )}
              <li>
                <button
                  type="button"
                  onClick={() => props.onSelect(link.task)}
                  title={words(link)}
                  className="inline-flex h-6 items-center gap-1 rounded-chip px-1.5 hover:bg-hover"
                >
                  {props.title(link.task)} <b className="num">{link.share < 0.01 ? '< 1' : Math.round(100 * link.share)} %</b>
                </button>
              </li>
            </Fragment>
          ))}
        </ol>
      )}
      <IconButton size="sm" label="Hide the critical path" icon={<X strokeWidth={1.75} />} onClick={props.onClose} />
    </section>
  );
}

const words = ({ fromAt, toAt, workMs }: ChainLink): string => {
  const waited = toAt - fromAt - workMs;
  return `${formatDuration(toAt - fromAt)}${waited >= 1 ? `, of it ${formatDuration(waited)} waiting or earlier attempts` : ''}`;
};
