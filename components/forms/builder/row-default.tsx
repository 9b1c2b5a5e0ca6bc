import { useState } from 'react';
import type { Json } from '#domain/definition/schema/json.ts';
import { Select } from '#components/ui/select.tsx';
import { Switch } from '#components/ui/switch.tsx';
import { TextInput } from '../fields/text-input.tsx';
import type { FieldKind } from './field-kind.ts';

const none = '(none)';
const textOf = (value: Json | undefined): string =>
  value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);

/** What holds when nobody fills in a field. Empty: nothing does, but an optional text is then an empty one. */
export function RowDefault(props: {
  kind: FieldKind;
  name: string;
  required: boolean;
  choices: readonly string[];
  value: Json | undefined;
  onChange: (value: Json | undefined) => void;
}) {
  const { kind, value, onChange } = props;
  const label = `Default of ${props.name}`;
  const text = textOf(value);
  const [typed, setTyped] = useState(text);
  const [seen, setSeen] = useState(text);
  if (text !== seen) {
    setSeen(text);
    setTyped(text);
  }
  if (kind === 'boolean') return <Switch label={label} checked={value === true} onChange={onChange} />;
  if (kind === 'choice')
    return (
      <Select
        label={label}
        size="md"
        value={typeof value === 'string' ? value : none}
        options={[none, ...props.choices].map((choice) => ({ value: choice, label: choice }))}
        onChange={(choice) => onChange(choice === none ? undefined : choice)}
      />
    );
  const read = (next: string): Json | undefined => {
    if (kind === 'string') return next === '' && props.required ? undefined : next;
    return next.trim() === '' ? undefined : readAs(kind, next);
  };
  const isBad = (next: string): boolean => kind !== 'string' && next.trim() !== '' && read(next) === undefined;
  return (
    <span className="min-w-0 flex-1">
      <TextInput
        aria-label={label}
        className="h-7"
        mono={kind !== 'string'}
        value={typed}
        placeholder={kind === 'array' ? '["a", "b"]' : kind === 'object' ? '{"a": 1}' : undefined}
        aria-invalid={isBad(typed)}
        onChange={(event) => {
          const next = event.target.value;
          setTyped(next);
          if (isBad(next)) return;
          const found = read(next);
          setSeen(textOf(found));
          onChange(found);
        }}
      />
      {isBad(typed) ? (
        <span className="mt-0.5 block text-11 text-st-failed-text">
          {kind === 'number' || kind === 'integer'
            ? `That is no ${kind === 'integer' ? 'whole number' : 'number'} yet.`
            : 'That is not JSON of this type yet.'}
        </span>
      ) : null}
    </span>
  );
}

/** A text as a value of a kind; undefined when it is none. */
function readAs(kind: FieldKind, text: string): Json | undefined {
  try {
    const value = JSON.parse(text) as Json;
    if (kind === 'number') return typeof value === 'number' ? value : undefined;
    if (kind === 'integer') return Number.isInteger(value) ? value : undefined;
    if (kind === 'array') return Array.isArray(value) ? value : undefined;
    if (kind === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
    return value;
  } catch {
    return undefined;
  }
}
