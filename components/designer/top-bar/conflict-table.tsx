import type { MergeConflict } from '#domain/definition/merge/merge-workflows.ts';
import { unitKey } from '#domain/definition/merge/units.ts';
import type { Json } from '#domain/definition/schema/json.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import { cx } from '#components/ui/cx.ts';
import { conflictWords, valueText } from './merge-words.ts';

/** What both have changed, one part a row: as it was, yours, theirs. One of the two is chosen by a click or with the arrow keys. */
export function ConflictTable(props: {
  conflicts: readonly MergeConflict[];
  mine: Workflow;
  theirs: Workflow;
  /** Conflicts that theirs decides. */
  chosen: ReadonlySet<string>;
  onChoose: (key: string, side: 'mine' | 'theirs') => void;
}) {
  return (
    <ul aria-label="Changed by both" className="flex flex-col gap-3">
      {props.conflicts.map(({ path, base, mine, theirs }) => {
        const key = unitKey(path);
        const side = props.chosen.has(key) ? 'theirs' : 'mine';
        const words = conflictWords(path, props.mine, props.theirs);
        const option = (value: 'mine' | 'theirs', label: string, shown: Json | undefined) => (
          <label
            className={cx(
              'block min-w-0 cursor-pointer rounded-control border p-2 has-[:focus-visible]:outline has-[:focus-visible]:outline-accent',
              side === value ? 'border-accent bg-accent-soft' : 'border-line hover:border-control',
            )}
          >
            <span className="flex items-center gap-1.5 text-12 font-strong">
              <input
                type="radio"
                name={key}
                value={value}
                checked={side === value}
                aria-label={`${label}: ${words}`}
                onChange={() => props.onChoose(key, value)}
                className="accent-accent"
              />
              {label}
            </span>
            <Value value={shown} />
          </label>
        );
        return (
          <li key={key}>
            <p className="mb-1 text-12 font-strong">{words}</p>
            <div className="grid grid-cols-3 gap-2 max-sm:grid-cols-1">
              <div className="min-w-0 rounded-control border border-line bg-sunken p-2">
                <span className="text-12 text-ink-3">Before</span>
                <Value value={base} />
              </div>
              {option('mine', 'Yours', mine)}
              {option('theirs', 'Theirs', theirs)}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

const Value = ({ value }: { value: Json | undefined }) => (
  <pre
    className={cx(
      'scroll mt-1 max-h-28 font-mono text-11 leading-4 break-words whitespace-pre-wrap',
      value === undefined && 'text-ink-3 italic',
    )}
  >
    {valueText(value).slice(0, 4000)}
  </pre>
);
