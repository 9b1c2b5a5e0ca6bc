import { useId, useState } from 'react';
import { TextInput } from '#components/forms/fields/text-input.tsx';

/** A number of a setting, taken over as soon as it is one; what was typed wrong goes back when the field is left. */
export function CountField(props: {
  label: string;
  after: string;
  value: number;
  whole?: boolean;
  /** Smallest that is taken; 0 when missing. */
  least?: number;
  onChange: (value: number) => void;
}) {
  const id = useId();
  const [typed, setTyped] = useState(String(props.value));
  const [seen, setSeen] = useState(props.value);
  if (props.value !== seen) {
    setSeen(props.value);
    if (Number(typed) !== props.value) setTyped(String(props.value));
  }
  const takes = (text: string) => {
    const value = Number(text);
    return (
      text.trim() !== '' && Number.isFinite(value) && value >= (props.least ?? 0) && !(props.whole && !Number.isInteger(value))
    );
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
        after={props.after}
        value={typed}
        aria-invalid={!takes(typed)}
        onBlur={() => setTyped(String(props.value))}
        onChange={(event) => {
          const text = event.target.value;
          setTyped(text);
          if (takes(text)) props.onChange(Number(text));
        }}
      />
    </div>
  );
}
