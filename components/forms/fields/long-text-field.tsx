import { useId } from 'react';
import { CodeField } from './code-field.tsx';
import type { FieldProps } from './field-props.ts';
import { Frame } from './frame.tsx';
import { useField } from './use-field.ts';

/** Text of several lines, as high as its text. Where it may be a template it is written in the code editor, which marks and completes them. */
export function LongTextField(props: FieldProps) {
  const { shared } = useField(props.field);
  return shared.templates ? <CodeField {...props} /> : <Prose {...props} />;
}

function Prose({ field, value, onChange }: FieldProps) {
  const id = useId();
  const { shared } = useField(field);
  return (
    <Frame field={field} htmlFor={id}>
      {({ describedBy, invalid }) => (
        <textarea
          id={id}
          rows={2}
          value={typeof value === 'string' ? value : ''}
          readOnly={shared.readOnly}
          placeholder={field.hint.placeholder}
          aria-invalid={invalid}
          aria-describedby={describedBy}
          aria-required={field.required || undefined}
          onChange={({ target }) => onChange(target.value === '' && !field.required ? undefined : target.value)}
          className="block field-sizing-content max-h-[60vh] min-h-13 w-full resize-none rounded-control border border-control bg-surface px-2 py-1.5 text-13 text-ink focus:border-accent focus:outline focus:outline-accent aria-invalid:border-st-failed max-sm:text-16"
        />
      )}
    </Frame>
  );
}
