import { GripVertical, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import { cx } from '#components/ui/cx.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Select } from '#components/ui/select.tsx';
import { Switch } from '#components/ui/switch.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import { TextInput } from '../fields/text-input.tsx';
import { setField } from '../set-field.ts';
import { fieldKind, fieldKinds, withKind, type FieldKind } from './field-kind.ts';
import { RowDefault } from './row-default.tsx';
import { RowName } from './row-name.tsx';
import type { SchemaRow } from './schema-rows.ts';
import type { RowGrip } from './use-row-order.ts';

const words: Record<FieldKind, string> = {
  string: 'Text',
  number: 'Number',
  integer: 'Whole number',
  boolean: 'Yes or no',
  choice: 'Choice',
  array: 'List (JSON)',
  object: 'Object (JSON)',
  other: 'As written in JSON',
};
const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** One field of a form that is built: its name, type, title, default, choices, help, whether it is required; its place by the grip. */
export function BuilderRow(props: {
  row: SchemaRow;
  one: string;
  grip: RowGrip;
  taken: (name: string) => boolean;
  onChange: (row: SchemaRow) => void;
  onRename: (name: string) => void;
  onRemove: () => void;
}) {
  const { row, grip, onChange } = props;
  const { name, own } = row;
  const kind = fieldKind(own);
  const choices = Array.isArray(own['enum']) ? own['enum'].map(String) : [];
  const set = (next: JsonObject): void => onChange({ ...row, own: next });
  const setWord = (key: string, text: string): void => set(setField(own, key, text === '' ? undefined : text));
  return (
    <div
      role="group"
      aria-label={`${props.one.replace(/^./, (c) => c.toUpperCase())} ${name}`}
      className={cx(
        'relative rounded-control border border-line bg-sunken p-2 pl-1',
        grip.isDragged && 'opacity-50',
        grip.isTarget && (grip.fromAbove ? 'shadow-[0_2px_0_var(--accent)]' : 'shadow-[0_-2px_0_var(--accent)]'),
      )}
      {...grip.target}
    >
      <div className="flex items-start gap-1">
        <button
          type="button"
          aria-label={`Move ${name}, arrow keys`}
          title="Drag, or press ↑ and ↓, to move it"
          className="grid h-7 w-4 shrink-0 cursor-grab place-items-center rounded-mark text-ink-3 hover:bg-hover hover:text-ink"
          {...grip.handle}
        >
          <GripVertical className="size-3.5" strokeWidth={1.75} aria-hidden />
        </button>
        <RowName name={name} one={props.one} taken={props.taken} onChange={props.onRename} />
        <Select
          label={`Type of ${name}`}
          size="md"
          className="w-32!"
          value={kind}
          options={[...fieldKinds, ...(kind === 'other' ? (['other'] as const) : [])].map((k) => ({ value: k, label: words[k] }))}
          onChange={(next) => set(withKind(own, next, row.required))}
        />
        <IconButton
          size="sm"
          className="mt-0.5"
          label={`Remove ${name}`}
          icon={<X strokeWidth={1.75} />}
          onClick={props.onRemove}
        />
      </div>
      <div className="mt-1.5 ml-5 flex flex-col gap-1.5">
        <Line label="Title">
          <TextInput
            aria-label={`Title of ${name}`}
            className="h-7"
            value={textOf(own['title'])}
            onChange={(event) => setWord('title', event.target.value)}
          />
        </Line>
        {kind === 'choice' ? (
          <Line label="Choices">
            <Textarea
              aria-label={`Choices of ${name}, one a line`}
              rows={Math.min(8, Math.max(2, choices.length))}
              placeholder="one a line"
              value={choices.join('\n')}
              onChange={(event) => set(withChoices(own, event.target.value))}
              onBlur={() => {
                const filled = choices.filter((choice) => choice.trim() !== '');
                if (filled.length < choices.length) set({ ...own, enum: filled });
              }}
            />
          </Line>
        ) : null}
        {kind === 'other' ? null : (
          <Line label="Default">
            <RowDefault
              kind={kind}
              name={name}
              required={row.required}
              choices={choices.filter((choice) => choice.trim() !== '')}
              value={own['default']}
              onChange={(value) => set(setField(own, 'default', value))}
            />
          </Line>
        )}
        <Line label="Help">
          <TextInput
            aria-label={`Help of ${name}`}
            className="h-7"
            value={textOf(own['description'])}
            onChange={(event) => setWord('description', event.target.value)}
          />
        </Line>
        {kind === 'boolean' ? null : (
          <Line label="Required">
            <Switch
              label={`${name} is required`}
              checked={row.required}
              onChange={(required) => onChange({ ...row, required, own: whenRequired(own, kind, required) })}
            />
          </Line>
        )}
      </div>
    </div>
  );
}

/** Lines of a text as choices; the last one may be empty while it is typed. A default that is gone goes too. */
function withChoices(own: JsonObject, text: string): JsonObject {
  const choices = text === '' ? [] : text.split('\n');
  const next = { ...own, enum: choices };
  return choices.includes(textOf(own['default'])) ? next : setField(next, 'default', undefined);
}

/** A required text needs no default that fills it in with nothing; one that is not required has it again. */
function whenRequired(own: JsonObject, kind: FieldKind, required: boolean): JsonObject {
  if (kind !== 'string') return own;
  if (required) return own['default'] === '' ? setField(own, 'default', undefined) : own;
  return own['default'] === undefined ? { ...own, default: '' } : own;
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex min-h-7 items-start gap-2 text-12">
      <span className="w-14 shrink-0 leading-7 text-ink-3">{label}</span>
      <div className="flex min-h-7 min-w-0 flex-1 items-center">{children}</div>
    </div>
  );
}
