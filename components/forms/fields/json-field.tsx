import { useState } from 'react';
import type { Json } from '#domain/definition/schema/json.ts';
import { isTemplate } from '#domain/expression/is-template.ts';
import { CodeEditor } from '../code/code-editor.tsx';
import type { FieldProps } from './field-props.ts';
import { Frame } from './frame.tsx';
import { Rendered } from './rendered.tsx';
import { useField } from './use-field.ts';

const textOf = (value: Json | undefined): string =>
  value === undefined ? '' : typeof value === 'string' && isTemplate(value) ? value : JSON.stringify(value, null, 2);

/** Anything else: JSON, or a template that yields it. Text that is not JSON yet stays as typed and says where it breaks. */
export function JsonField({ field, value, onChange }: FieldProps) {
  const { shared } = useField(field, true);
  const [typed, setTyped] = useState(() => textOf(value));
  const [seen, setSeen] = useState(value);
  const [fault, setFault] = useState<string | null>(null);
  if (value !== seen) {
    setSeen(value);
    if (JSON.stringify(parse(typed)) !== JSON.stringify(value)) {
      setTyped(textOf(value));
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
              setTyped(text);
              if (text.trim() === '') {
                setFault(null);
                onChange(undefined);
                return;
              }
              const parsed = parse(text);
              setFault(parsed === undefined ? `${field.label} is not JSON yet. ${jsonFault(text)}` : null);
              if (parsed !== undefined) {
                setSeen(parsed);
                onChange(parsed);
              }
            }}
          />
          {isTemplate(typed) ? <Rendered text={typed} /> : null}
        </>
      )}
    </Frame>
  );
}

function parse(text: string): Json | undefined {
  if (isTemplate(text)) return text;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
function jsonFault(text: string): string {
  try {
    JSON.parse(text);
    return '';
  } catch (error) {
    return (error as Error).message.replace(/^JSON\.parse: /, '').replace(/ in JSON| \(line.*$/g, '') + '.';
  }
}
