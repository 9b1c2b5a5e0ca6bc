import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import { TextInput } from '#components/forms/fields/text-input.tsx';
import { Button } from '#components/ui/button.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Select } from '#components/ui/select.tsx';
import { Switch } from '#components/ui/switch.tsx';
import { useDesigner } from '../session/use-designer.ts';

const kinds = ['string', 'number', 'integer', 'boolean', 'array', 'object'] as const;
type Kind = (typeof kinds)[number];
const words: Record<Kind, string> = {
  string: 'text',
  number: 'number',
  integer: 'whole number',
  boolean: 'yes or no',
  array: 'list (JSON)',
  object: 'object (JSON)',
};
const blank: Record<Kind, Json> = { string: '', number: 0, integer: 0, boolean: false, array: [], object: {} };
const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The params of a run: name, type, default, description. They are a JSON Schema in the definition, whose other words are kept. */
export function ParamsEditor() {
  const schema: JsonObject = useDesigner((s) => s.workflow.params) ?? { type: 'object', properties: {} };
  const edit = useDesigner((s) => s.edit);
  const properties = isObject(schema['properties']) ? schema['properties'] : {};
  const rows = Object.entries(properties).map(([name, own]) => ({ name, own: isObject(own) ? own : {} }));
  const set = (next: { name: string; own: JsonObject }[], gesture: string): void => {
    const required = Array.isArray(schema['required'])
      ? schema['required'].filter((name) => next.some((row) => row.name === name))
      : [];
    const params: JsonObject | undefined =
      next.length === 0
        ? undefined
        : {
            ...schema,
            type: 'object',
            properties: Object.fromEntries(next.map((row) => [row.name, row.own])),
            ...(required.length > 0 ? { required } : {}),
          };
    edit({ type: 'set-settings', fields: { params } }, { label: 'params of the workflow', gesture: `params/${gesture}` });
  };
  const change = (i: number, own: JsonObject, gesture: string): void =>
    set(
      rows.map((row, k) => (k === i ? { ...row, own } : row)),
      `${i}/${gesture}`,
    );
  const free = (): string => {
    for (let n = 1; ; n++) if (!Object.hasOwn(properties, `param${n}`)) return `param${n}`;
  };
  return (
    <div className="flex flex-col gap-3">
      <p className="text-12 text-ink-3">
        Values a run may be given, read in templates as <code className="font-mono text-11">{'{{ params.name }}'}</code>.
      </p>
      {rows.map(({ name, own }, i) => {
        const kind = (kinds as readonly string[]).includes(String(own['type'])) ? (own['type'] as Kind) : 'string';
        return (
          <div key={i} role="group" aria-label={`Param ${name}`} className="rounded-control border border-line bg-sunken p-2">
            <div className="flex items-center gap-1.5">
              <ParamName
                name={name}
                taken={(next) => next !== name && Object.hasOwn(properties, next)}
                onChange={(next) =>
                  set(
                    rows.map((row, k) => (k === i ? { ...row, name: next } : row)),
                    `${i}/name`,
                  )
                }
              />
              <Select
                label={`Type of ${name}`}
                size="md"
                className="w-32"
                value={kind}
                options={kinds.map((k) => ({ value: k, label: words[k] }))}
                onChange={(type) => change(i, { ...own, type, default: blank[type] }, 'type')}
              />
              <IconButton
                size="sm"
                label={`Remove ${name}`}
                icon={<X strokeWidth={1.75} />}
                onClick={() =>
                  set(
                    rows.filter((_, k) => k !== i),
                    `${i}/remove`,
                  )
                }
              />
            </div>
            <div className="mt-1.5 flex items-center gap-2 text-12">
              <span className="w-14 shrink-0 text-ink-3">Default</span>
              <Default
                kind={kind}
                name={name}
                value={own['default']}
                onChange={(value) => change(i, { ...own, default: value }, 'default')}
              />
            </div>
            <div className="mt-1.5 flex items-center gap-2 text-12">
              <span className="w-14 shrink-0 text-ink-3">For</span>
              <TextInput
                aria-label={`Description of ${name}`}
                className="h-7"
                value={typeof own['description'] === 'string' ? own['description'] : ''}
                onChange={(event) => change(i, { ...own, description: event.target.value }, 'description')}
              />
            </div>
          </div>
        );
      })}
      <Button
        size="sm"
        look="quiet"
        className="self-start px-1 text-accent-text"
        icon={<Plus strokeWidth={1.75} />}
        onClick={() => set([...rows, { name: free(), own: { type: 'string', default: '' } }], `add${rows.length}`)}
      >
        Add a param
      </Button>
    </div>
  );
}

function ParamName(props: { name: string; taken: (name: string) => boolean; onChange: (name: string) => void }) {
  const [typed, setTyped] = useState(props.name);
  const [seen, setSeen] = useState(props.name);
  if (props.name !== seen) {
    setSeen(props.name);
    setTyped(props.name);
  }
  const good = /^[A-Za-z_]\w*$/.test(typed) && !props.taken(typed);
  return (
    <TextInput
      aria-label="Name of the param"
      className="h-7"
      mono
      value={typed}
      aria-invalid={!good}
      title={good ? undefined : 'A name begins with a letter, has letters, digits and _, and stands once.'}
      onChange={(event) => {
        const next = event.target.value;
        setTyped(next);
        if (/^[A-Za-z_]\w*$/.test(next) && !props.taken(next)) {
          setSeen(next);
          props.onChange(next);
        }
      }}
      onBlur={() => setTyped(props.name)}
    />
  );
}

function Default(props: { kind: Kind; name: string; value: Json | undefined; onChange: (value: Json) => void }) {
  const text = props.value === undefined ? '' : typeof props.value === 'string' ? props.value : JSON.stringify(props.value);
  const [typed, setTyped] = useState(text);
  const [seen, setSeen] = useState(text);
  if (text !== seen) {
    setSeen(text);
    setTyped(text);
  }
  if (props.kind === 'boolean')
    return <Switch label={`Default of ${props.name}`} checked={props.value === true} onChange={props.onChange} />;
  const read = (next: string): Json | undefined => {
    if (props.kind === 'string') return next;
    try {
      const value = JSON.parse(next) as Json;
      const good =
        props.kind === 'array'
          ? Array.isArray(value)
          : props.kind === 'object'
            ? isObject(value)
            : typeof value === 'number' && (props.kind === 'number' || Number.isInteger(value));
      return good ? value : undefined;
    } catch {
      return undefined;
    }
  };
  return (
    <TextInput
      aria-label={`Default of ${props.name}`}
      className="h-7"
      mono={props.kind !== 'string'}
      value={typed}
      aria-invalid={read(typed) === undefined}
      onChange={(event) => {
        const next = event.target.value;
        setTyped(next);
        const value = read(next);
        if (value === undefined) return;
        setSeen(typeof value === 'string' ? value : JSON.stringify(value));
        props.onChange(value);
      }}
    />
  );
}
