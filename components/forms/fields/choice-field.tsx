import { Segments } from '#components/ui/segments.tsx';
import { Select } from '#components/ui/select.tsx';
import { choiceWords } from './choice-words.ts';
import type { FieldProps } from './field-props.ts';
import { Frame } from './frame.tsx';
import { useField } from './use-field.ts';

/** One of several words: segments up to four, a menu above. */
export function ChoiceField({ field, value, onChange, toggle }: FieldProps & { toggle: () => void }) {
  const { shared } = useField(field);
  const chosen = typeof value === 'string' ? value : typeof field.preset === 'string' ? field.preset : '';
  const set = (next: string): void => {
    if (!shared.readOnly) onChange(next === field.preset ? undefined : next);
  };
  const options = field.options.map((option) => ({ value: option, label: choiceWords(option) }));
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
