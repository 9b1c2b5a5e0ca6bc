import { useState } from 'react';
import { cx } from '#components/ui/cx.ts';
import { Input } from '#components/ui/input.tsx';

/** A small number that may be missing; what cannot be one is kept, marked, and not taken. Empty: nothing is given. */
export function NumberCell(props: {
  label: string;
  value: number | undefined;
  /** Shown while nothing is given: what happens then. */
  placeholder: string;
  unit?: string;
  min: number;
  max: number;
  whole?: boolean;
  onChange: (value: number | undefined) => void;
  className?: string;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (props.value === undefined ? '' : String(props.value));
  const read = (text: string): number | undefined | null => {
    if (text.trim() === '') return undefined;
    const value = Number(text.replace(',', '.'));
    return value >= props.min && value <= props.max && (props.whole !== true || Number.isInteger(value)) ? value : null;
  };
  const wrong = read(shown) === null;
  return (
    <Input
      aria-label={props.label}
      aria-invalid={wrong || undefined}
      title={wrong ? `A number from ${props.min} to ${props.max.toLocaleString('en')}` : undefined}
      inputMode="decimal"
      autoComplete="off"
      placeholder={props.placeholder}
      value={shown}
      after={props.unit}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const value = read(text);
        if (value !== null) props.onChange(value);
      }}
      onBlur={() => {
        if (!wrong) setTyped(null);
      }}
      className={cx('num h-7 max-sm:h-7', wrong && 'border-st-failed', props.className)}
    />
  );
}
