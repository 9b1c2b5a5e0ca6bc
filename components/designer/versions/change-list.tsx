import { Minus, Pencil, Plus } from 'lucide-react';
import { fieldName } from '#domain/definition/field-name.ts';
import type { Change } from './compare-workflows.ts';

const icon = {
  added: <Plus className="size-3.5 text-st-success-text" strokeWidth={2} aria-label="added" role="img" />,
  removed: <Minus className="size-3.5 text-st-failed-text" strokeWidth={2} aria-label="removed" role="img" />,
  changed: <Pencil className="size-3.5 text-ink-3" strokeWidth={1.75} aria-label="changed" role="img" />,
};

/** Differences, one a line. */
export function ChangeList(props: {
  changes: readonly Change[];
  empty: string;
  most?: number;
  /** Goes to a task that differs. */
  onGo?: (task: string) => void;
}) {
  const { changes, empty, most = 12, onGo } = props;
  if (changes.length === 0) return <p className="text-12 text-ink-2">{empty}</p>;
  return (
    <ul className="text-12">
      {changes.slice(0, most).map((change, i) => (
        <li key={i} className="flex items-baseline gap-2 py-0.5">
          <span className="relative top-0.5">{icon[change.kind]}</span>
          <span>
            {change.task !== undefined && onGo !== undefined ? (
              <button type="button" className="font-strong hover:underline" onClick={() => onGo(change.task ?? '')}>
                {change.what}
              </button>
            ) : (
              <b>{change.what}</b>
            )}
            {change.fields.length === 0 ? null : (
              <span className="text-ink-2">: {change.fields.map((field) => fieldName(field).toLowerCase()).join(', ')}</span>
            )}
          </span>
        </li>
      ))}
      {changes.length > most ? <li className="py-0.5 text-ink-3">and {changes.length - most} more</li> : null}
    </ul>
  );
}
