import { Segments } from '#components/ui/segments.tsx';
import { Select } from '#components/ui/select.tsx';
import type { FieldProps } from './field-props.ts';
import { Frame } from './frame.tsx';
import { useField } from './use-field.ts';

/** Names that are written in their own way. */
const proper: Record<string, string> = {
  duckdb: 'DuckDB',
  sqlite: 'SQLite',
  postgres: 'PostgreSQL',
  json: 'JSON',
  csv: 'CSV',
  parquet: 'Parquet',
};

/** `lastLine` → `Last line`, `GET` stays: a value as a person reads it. */
const words = (value: string): string =>
  proper[value] ??
  (value === value.toUpperCase() || value.includes('/')
    ? value
    : value
        .replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)
        .replaceAll('_', ' ')
        .replace(/^./, (c) => c.toUpperCase()));

/** One of several words: segments up to four, a menu above. */
export function ChoiceField({ field, value, onChange, toggle }: FieldProps & { toggle: () => void }) {
  const { shared } = useField(field);
  const chosen = typeof value === 'string' ? value : typeof field.preset === 'string' ? field.preset : '';
  const set = (next: string): void => {
    if (!shared.readOnly) onChange(next === field.preset ? undefined : next);
  };
  const options = field.options.map((option) => ({ value: option, label: words(option) }));
  return (
    <Frame field={field} template={{ on: false, toggle }}>
      {() =>
        field.widget === 'segments' && options.length <= 5 ? (
          <Segments label={field.label} value={chosen} options={options} onChange={set} full />
        ) : (
          <Select label={field.label} value={chosen === '' ? null : chosen} options={options} onChange={set} />
        )
      }
    </Frame>
  );
}
