import { Check } from 'lucide-react';
import { cx } from '#components/ui/cx.ts';
import { choiceWords } from './choice-words.ts';
import type { FieldProps } from './field-props.ts';
import { Frame } from './frame.tsx';
import { useField } from './use-field.ts';

/** Some of several words: each is switched by itself. What is chosen stands in the order of the schema. */
export function ChoicesField({ field, value, onChange, toggle }: FieldProps & { toggle: () => void }) {
  const { shared } = useField(field);
  const chosen = new Set(Array.isArray(value) ? value.map(String) : []);
  const flip = (option: string): void => {
    const next = field.options.filter((one) => (one === option ? !chosen.has(one) : chosen.has(one)));
    onChange(next.length === 0 && !field.required ? undefined : next);
  };
  return (
    <Frame field={field} template={{ on: false, toggle }} deep>
      {({ label, describedBy }) => (
        <div role="group" aria-labelledby={label} aria-describedby={describedBy} className="flex flex-wrap gap-1">
          {field.options.map((option) => (
            <button
              key={option}
              type="button"
              aria-pressed={chosen.has(option)}
              disabled={shared.readOnly}
              onClick={() => flip(option)}
              className={cx(
                'flex h-6 items-center gap-1 rounded-chip border border-line-2 px-2 text-12 text-ink-2 hover:bg-hover max-sm:h-9',
                'aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent-text',
              )}
            >
              {chosen.has(option) ? <Check className="size-3" strokeWidth={2} aria-hidden /> : null}
              {choiceWords(option)}
            </button>
          ))}
        </div>
      )}
    </Frame>
  );
}
