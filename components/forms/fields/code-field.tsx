import { isTemplate } from '#domain/expression/is-template.ts';
import { CodeEditor, type CodeLanguage } from '../code/code-editor.tsx';
import { WideCode } from './wide-code.tsx';
import type { FieldProps } from './field-props.ts';
import { Frame } from './frame.tsx';
import { Rendered } from './rendered.tsx';
import { useField } from './use-field.ts';

const names: Record<CodeLanguage, string> = {
  sql: 'SQL',
  python: 'Python',
  javascript: 'JavaScript',
  shell: 'sh',
  json: 'JSON',
  cel: 'CEL',
  text: '',
};

/** Code with line numbers, a condition on few lines, or longer text: highlighting, templates as chips, completion of the names in scope. */
export function CodeField({ field, value, onChange }: FieldProps) {
  const { shared } = useField(field);
  const text = typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value, null, 2);
  const condition = field.widget === 'condition';
  const language: CodeLanguage = field.hint.language ?? (condition ? 'cel' : 'text');
  const lines = text === '' ? 0 : text.replace(/\n$/, '').split('\n').length;
  const note = [names[language], !condition && lines > 1 ? `${lines} lines` : ''].filter(Boolean).join(', ');
  const editor = {
    value: text,
    language,
    readOnly: shared.readOnly,
    numbers: field.widget === 'code',
    placeholder: field.hint.placeholder,
    scope: shared.scope,
    onChange: (next: string): void => onChange(next === '' && !field.required ? undefined : next),
  };
  return (
    <Frame
      field={field}
      note={
        <>
          {note}
          {condition ? null : <WideCode title={field.label} editor={editor} />}
        </>
      }
    >
      {(ids) => (
        <>
          <CodeEditor
            {...editor}
            labelledBy={ids.label}
            describedBy={ids.describedBy}
            invalid={ids.invalid}
            minLines={field.widget === 'code' ? 4 : 1}
          />
          {isTemplate(text) ? <Rendered text={text} /> : null}
        </>
      )}
    </Frame>
  );
}
