import { formatDuration } from '#components/ui/format-duration.ts';
import type { FieldProps } from './field-props.ts';
import { NumberField } from './number-field.tsx';

/** Seconds, with the same length in words when there are many. */
export function DurationField(props: FieldProps) {
  const { field, value } = props;
  const words = typeof value === 'number' && value >= 60 ? formatDuration(value * 1000) : null;
  return (
    <div>
      <NumberField {...props} field={{ ...field, hint: { ...field.hint, unit: field.hint.unit ?? 's' } }} />
      {words === null ? null : <p className="mt-1 text-12 text-ink-3">{words}</p>}
    </div>
  );
}
