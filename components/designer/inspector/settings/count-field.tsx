import { useId, useState } from 'react';
import { TextInput } from '#components/forms/fields/text-input.tsx';

/** A number of a setting, taken over as soon as it is one; what was typed wrong goes back when the field is left. */
export function CountField(props: {
  label: string;
  after: string;
  /** Undefined: it says nothing, which it may only with a placeholder. */
  value: number | undefined;
  whole?: boolean;
  /** Smallest that is taken; 0 when missing. */
  least?: number;
  /** What holds when the field is empty; without it the field needs a number. */
  placeholder?: string;
  onChange: (value: number | undefined) => void;
}) {
  const id = useId();
  const shown = props.value === undefined ? '' : String(props.value);
  const [typed, setTyped] = useState(shown);
  const [seen, setSeen] = useState(shown);
  if (shown !== seen) {
    setSeen(shown);
    if (typed.trim() === '' ? shown !== '' : Number(typed) !== props.value) setTyped(shown);
  }
  const optional = props.placeholder !== undefined;
  const takes = (text: string) => {
    if (text.trim() === '') return optional;
    const value = Number(text);
    return Number.isFinite(value) && value >= (props.least ?? 0) && !(props.whole && !Number.isInteger(value));
  };
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-12 font-strong">
        {props.label}
      </label>
      <TextInput
        id={id}
        className="h-7"
        inputMode="decimal"
        autoComplete="off"
        after={props.after}
        value={typed}
        placeholder={props.placeholder}
        aria-invalid={!takes(typed)}
        onBlur={() => setTyped(shown)}
        onChange={(event) => {
          const text = event.target.value;
          setTyped(text);
          if (takes(text)) props.onChange(text.trim() === '' ? undefined : Number(text));
        }}
      />
    </div>
  );
}
