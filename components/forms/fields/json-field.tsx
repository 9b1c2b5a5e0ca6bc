import { useState } from 'react';
import { parseJson } from '#domain/definition/json/parse-json.ts';
import type { Json } from '#domain/definition/schema/json.ts';
import { isTemplate } from '#domain/expression/is-template.ts';
import { CodeEditor } from '../code/code-editor.tsx';
import { useUnfinished } from '../use-unfinished.ts';
import type { FieldProps } from './field-props.ts';
import { Frame } from './frame.tsx';
import { Rendered } from './rendered.tsx';
import { useField } from './use-field.ts';

/** Levels of lists and objects, as in a workflow file. */
const deepest = 64;
const textOf = (value: Json | undefined): string =>
  value === undefined ? '' : typeof value === 'string' && isTemplate(value) ? value : JSON.stringify(value, null, 2);

/** Anything else: JSON (its texts may be templates), or a template that yields it. Text that is not JSON yet stays as typed and says where it breaks. */
export function JsonField({ field, value, onChange }: FieldProps) {
  const { shared } = useField(field, true);
  const [typed, keep] = useUnfinished(field.path, value, () => textOf(value));
  const [seen, setSeen] = useState(value);
  const [fault, setFault] = useState<string | null>(() => faultOf(field.label, typed));
  if (value !== seen) {
    setSeen(value);
    if (JSON.stringify(parse(typed)) !== JSON.stringify(value)) {
      keep(textOf(value), value);
      setFault(null);
    }
  }
  return (
    <Frame field={field} deep note="JSON" error={fault}>
      {(ids) => (
        <>
          <CodeEditor
            value={typed}
            language="json"
            labelledBy={ids.label}
            describedBy={ids.describedBy}
            invalid={ids.invalid}
            readOnly={shared.readOnly}
            placeholder={field.hint.placeholder}
            scope={shared.scope}
            onChange={(text) => {
              const parsed = text.trim() === '' ? undefined : parse(text);
              const next = faultOf(field.label, text);
              setFault(next);
              keep(text, next === null ? parsed : value);
              if (next !== null) return;
              setSeen(parsed);
              onChange(parsed);
            }}
          />
          {isTemplate(typed) ? <Rendered text={typed} /> : null}
        </>
      )}
    </Frame>
  );
}

/** Why a text is no value yet; null when it is one, or empty. */
function faultOf(label: string, text: string): string | null {
  if (text.trim() === '') return null;
  const read = parseJson(text, deepest);
  return read.ok || isTemplate(text) ? null : `${label} is not JSON yet. ${read.fault.message}`;
}

/** `{"a": "{{ x }}"}` is an object with a template in it; `{{ x }}` alone is no JSON and a template. */
function parse(text: string): Json | undefined {
  const read = parseJson(text, deepest);
  return read.ok ? read.value : isTemplate(text) ? text : undefined;
}
