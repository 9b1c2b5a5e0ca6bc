import { useState } from 'react';
import { TextInput } from '../fields/text-input.tsx';

const isName = (text: string): boolean => /^[A-Za-z_]\w*$/.test(text);

/** The name of a field, taken when it is left or by Enter. One that cannot be a name, or stands twice, says so; left like that, the old one is back. */
export function RowName(props: {
  name: string;
  one: string;
  taken: (name: string) => boolean;
  onChange: (name: string) => void;
}) {
  const [typed, setTyped] = useState(props.name);
  const [seen, setSeen] = useState(props.name);
  if (props.name !== seen) {
    setSeen(props.name);
    setTyped(props.name);
  }
  const twice = props.taken(typed);
  const fault =
    typed === props.name
      ? null
      : twice
        ? `${typed} stands already.`
        : isName(typed)
          ? null
          : 'A name begins with a letter and has letters, digits and _.';
  const take = (): void => {
    if (typed === props.name) return;
    // Whoever takes the name may refuse it: then the old one comes back.
    setTyped(props.name);
    if (fault === null) props.onChange(typed);
  };
  return (
    <span className="min-w-0 flex-1">
      <TextInput
        aria-label={`Name of the ${props.one}`}
        className="h-7"
        mono
        value={typed}
        spellCheck={false}
        aria-invalid={fault !== null}
        onFocus={(event) => {
          if (/^(param|field)\d+$/.test(event.target.value)) event.target.select();
        }}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
        }}
        onBlur={take}
      />
      {fault === null ? null : <span className="mt-0.5 block text-11 text-st-failed-text">{fault}</span>}
    </span>
  );
}
