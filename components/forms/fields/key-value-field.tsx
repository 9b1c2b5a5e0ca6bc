import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import { isTemplate } from '#domain/expression/is-template.ts';
import { Button } from '#components/ui/button.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { TemplateInput } from '../template/template-input.tsx';
import { useUnfinished } from '../use-unfinished.ts';
import type { FieldProps } from './field-props.ts';
import { Frame } from './frame.tsx';
import { Rendered } from './rendered.tsx';
import { TextInput } from './text-input.tsx';
import { useField } from './use-field.ts';

interface Row {
  key: string;
  value: string;
  /** It stood there as a number, a boolean, a list or an object, and stays one as long as its text can be read so. */
  json?: boolean;
}
const rowsOf = (value: Json | undefined): Row[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).map(([key, v]) =>
        typeof v === 'string' ? { key, value: v } : { key, value: JSON.stringify(v), json: true },
      )
    : [];
function toObject(rows: readonly Row[]): JsonObject | undefined {
  const named = rows.filter((row) => row.key !== '');
  return named.length === 0 ? undefined : Object.fromEntries(named.map((row) => [row.key, valueOf(row)]));
}
function valueOf(row: Row): Json {
  if (row.json !== true) return row.value;
  try {
    const read = JSON.parse(row.value) as Json;
    return typeof read === 'string' ? row.value : read;
  } catch {
    return row.value;
  }
}

/** Names and values. A row without a name, or with one that stands twice, waits here and says so until it has one. */
export function KeyValueField({ field, value, onChange, toggle }: FieldProps & { toggle: () => void }) {
  const { shared } = useField(field, true);
  const [rows, keep] = useUnfinished<Row[]>(field.path, value, () => rowsOf(value));
  const [seen, setSeen] = useState(value);
  if (value !== seen) {
    setSeen(value);
    if (JSON.stringify(toObject(rows) ?? {}) !== JSON.stringify(value ?? {})) keep(rowsOf(value), value);
  }
  const twice = rows.find((row, i) => row.key !== '' && rows.findIndex((other) => other.key === row.key) < i)?.key;
  const set = (next: Row[]): void => {
    const names = next.map((row) => row.key).filter((key) => key !== '');
    const good = new Set(names).size === names.length;
    keep(next, good ? toObject(next) : value);
    if (good) onChange(toObject(next));
  };
  return (
    <Frame
      field={field}
      template={{ on: false, toggle }}
      deep
      error={twice === undefined ? null : `${twice} stands twice. Give one of them another name.`}
    >
      {() => (
        <div className="flex flex-col gap-1.5">
          {rows.map((row, i) => (
            <div key={i} role="group" aria-label={`${field.label}, row ${i + 1}`}>
              <div className="flex items-center gap-1.5">
                <TextInput
                  aria-label={`${field.label}: name ${i + 1}`}
                  className="h-7 w-28 shrink-0"
                  mono
                  value={row.key}
                  readOnly={shared.readOnly}
                  placeholder="NAME"
                  spellCheck={false}
                  onChange={(event) => set(rows.map((r, k) => (k === i ? { ...r, key: event.target.value } : r)))}
                />
                <TemplateInput
                  aria-label={`${field.label}: value ${i + 1}`}
                  name={`${field.label}, row ${i + 1}`}
                  className="h-7"
                  value={row.value}
                  readOnly={shared.readOnly}
                  onText={(value) => set(rows.map((r, k) => (k === i ? { ...r, value } : r)))}
                />
                {shared.readOnly ? null : (
                  <IconButton
                    size="sm"
                    label={`Remove ${row.key === '' ? `row ${i + 1}` : row.key}`}
                    icon={<X strokeWidth={1.75} />}
                    onClick={() => set(rows.filter((_, k) => k !== i))}
                  />
                )}
              </div>
              {isTemplate(row.value) ? <Rendered text={row.value} /> : null}
            </div>
          ))}
          {shared.readOnly ? null : (
            <Button
              size="sm"
              look="quiet"
              className="self-start px-1 text-accent-text"
              icon={<Plus strokeWidth={1.75} />}
              onClick={() => keep([...rows, { key: '', value: '' }], value)}
            >
              Add {field.label.toLowerCase()}
            </Button>
          )}
        </div>
      )}
    </Frame>
  );
}
