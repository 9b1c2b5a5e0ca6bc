'use client';
import { X } from 'lucide-react';
import { useId, useState } from 'react';
import { IconButton } from './icon-button.tsx';

/**
 * Short words as chips. Enter, a comma or leaving the field takes what is written, Backspace in the empty field takes the last
 * one back to be written anew. A word that is there already is not taken twice. `known` are offered while one writes.
 */
export function TagsInput(props: {
  label: string;
  value: readonly string[];
  known?: readonly string[];
  placeholder?: string;
  /** Longest word, characters. */
  maxLength?: number;
  readOnly?: boolean;
  onChange: (next: string[]) => void;
}) {
  const { value, onChange } = props;
  const id = useId();
  const [text, setText] = useState('');
  const take = (written: string): void => {
    setText('');
    const fresh = written.split(',').map((word) => word.trim());
    const next = [...new Set([...value, ...fresh.filter((word) => word !== '')])];
    if (next.length > value.length) onChange(next);
  };
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-12 font-strong">
        {props.label}
      </label>
      <span className="flex min-h-8 w-full flex-wrap items-center gap-1 rounded-control border border-control bg-surface p-1 focus-within:border-accent focus-within:outline focus-within:outline-accent max-sm:min-h-11">
        <ul aria-label={props.label} className="contents">
          {value.map((word) => (
            <li key={word} className="flex h-6 items-center gap-0.5 rounded-mark bg-hover pl-1.5 text-12 text-ink">
              {word}
              {props.readOnly ? (
                <span className="w-1" />
              ) : (
                <IconButton
                  icon={<X />}
                  label={`Remove ${word}`}
                  size="sm"
                  className="size-5! [&_svg]:size-3!"
                  onClick={() => onChange(value.filter((other) => other !== word))}
                />
              )}
            </li>
          ))}
        </ul>
        <input
          id={id}
          list={`${id}-known`}
          value={text}
          readOnly={props.readOnly}
          maxLength={props.maxLength}
          autoComplete="off"
          placeholder={value.length === 0 ? props.placeholder : undefined}
          onChange={({ target }) => (target.value.includes(',') ? take(target.value) : setText(target.value))}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            const last = value.at(-1);
            if (event.key === 'Enter' && text !== '') take(text);
            else if (event.key === 'Backspace' && text === '' && last !== undefined && !props.readOnly) {
              onChange(value.slice(0, -1));
              setText(last);
            } else return;
            event.preventDefault();
          }}
          onBlur={() => take(text)}
          className="h-6 min-w-16 flex-1 border-0 bg-transparent px-1 text-13 text-ink outline-0 max-sm:text-16"
        />
        <datalist id={`${id}-known`}>
          {props.known
            ?.filter((word) => !value.includes(word))
            .map((word) => (
              <option key={word} value={word} />
            ))}
        </datalist>
      </span>
    </div>
  );
}
