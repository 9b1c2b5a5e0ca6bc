import { useId } from 'react';
import { formatDuration } from '#components/ui/format-duration.ts';
import type { Retry } from '#domain/definition/schema/workflow.ts';
import type { RetryRun } from './use-retry-run.ts';
import { retryDelays } from './retry-delays.ts';

const width = 320;
const shown = 5;
const span = (sec: number): string => formatDuration(sec * 1000).replace(/ 00 (s|min)$/, '');
const range = (d: { least: number; most: number }): string =>
  d.least === d.most ? span(d.least) : `${span(d.least)}–${span(d.most)}`;

/** Attempts as numbered discs, the least delay solid, jitter hatched, `run`'s own delay as an accent tick; then sentences with the sums. */
export function RetryPicture({ retry, run }: { retry: Retry; run: RetryRun | null }) {
  const hatch = useId();
  const delays = retryDelays(retry);
  if (retry.max === 0) return <p className="text-12 text-ink-3">One attempt. A failure is final.</p>;
  const drawn = delays.slice(0, shown);
  const more = delays.length > drawn.length;
  const room = width - 12 - drawn.length * 18 - (more ? 16 : 0);
  // By the square root: the first delay stays visible beside a long last one.
  const weight = drawn.map((d) => Math.sqrt(Math.max(1, d.most)));
  const total = weight.reduce((a, b) => a + b, 0);
  const least = delays.reduce((sum, d) => sum + d.least, 0);
  const most = delays.reduce((sum, d) => sum + d.most, 0);
  // Without jitter every run waits the same.
  const own = run !== null && least !== most ? run.delaysSec(retry, delays.length) : [];
  let x = 6;
  return (
    <div>
      <svg
        width={width}
        height="38"
        viewBox={`0 0 ${width} 38`}
        className="block max-w-full overflow-visible"
        role="img"
        aria-label={`Attempt 1, ${drawn.map((d, i) => `wait ${range(d)}, attempt ${i + 2}`).join(', ')}${more ? ', and so on' : ''}`}
      >
        <defs>
          <pattern id={hatch} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path d="M0 0v4" stroke="var(--edge)" strokeWidth="1.5" />
          </pattern>
        </defs>
        {[0, ...drawn].map((_, i) => {
          const at = x;
          const delay = drawn[i];
          const parts = [
            <circle key="c" cx={at} cy="14" r="5.5" fill="var(--surface)" stroke="var(--text-2)" strokeWidth="1.25" />,
            <text key="n" x={at} y="17.5" textAnchor="middle" fill="var(--text)" style={{ font: '560 9px var(--font-sans)' }}>
              {i + 1}
            </text>,
          ];
          if (delay !== undefined) {
            const w = (room * (weight[i] ?? 1)) / total;
            const solid = delay.most === 0 ? 0 : (w * delay.least) / delay.most;
            parts.push(
              <rect key="s" x={at + 9} y="11" width={solid} height="6" fill="var(--edge)" />,
              <rect
                key="j"
                x={at + 9 + solid}
                y="11"
                width={Math.max(0, w - solid)}
                height="6"
                fill={`url(#${hatch})`}
                stroke="var(--edge)"
                strokeWidth=".75"
              />,
            );
            const tick = own[i];
            if (tick !== undefined && delay.most > 0)
              parts.push(
                <rect
                  key="own"
                  x={at + 8 + (w * tick) / delay.most}
                  y="7.5"
                  width="2"
                  height="13"
                  rx="1"
                  fill="var(--accent)"
                  stroke="var(--surface)"
                  strokeWidth=".75"
                />,
              );
            if (w > 46)
              parts.push(
                <text
                  key="t"
                  x={at + 9 + w / 2}
                  y="33"
                  textAnchor="middle"
                  fill="var(--text-3)"
                  style={{ font: '11px var(--font-sans)' }}
                >
                  {range(delay)}
                </text>,
              );
            x = at + 18 + w;
          }
          return <g key={i}>{parts}</g>;
        })}
        {more ? (
          <text x={width - 10} y="17.5" fill="var(--text-3)" style={{ font: '11px var(--font-sans)' }}>
            …
          </text>
        ) : null}
      </svg>
      <p className="mt-1 text-12 text-ink-3">
        Gives up after {retry.max + 1} attempts, {least === most ? span(least) : `${span(least)} to ${span(most)}`} of waiting.
      </p>
      {own.length === 0 || run === null ? null : (
        <p className="text-12 text-accent-text">
          Run {run.number}: {own.slice(0, shown).map(span).join(', ')}
          {more ? ' …' : ''}, {span(own.reduce((sum, sec) => sum + sec, 0))} in all.
        </p>
      )}
    </div>
  );
}
