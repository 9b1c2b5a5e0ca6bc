import { useState } from 'react';
import { TextInput } from '../fields/text-input.tsx';

const isName = (text: string): boolean => /^[A-Za-z_]\w*$/.test(text);

/** The name of a field. One that cannot be a name, or stands twice, waits here and says so; left like that, the old one is back. */
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
          const next = event.target.value;
          setTyped(next);
          if (!isName(next) || props.taken(next)) return;
          setSeen(next);
          props.onChange(next);
        }}
        onBlur={() => setTyped(props.name)}
      />
      {fault === null ? null : <span className="mt-0.5 block text-11 text-st-failed-text">{fault}</span>}
    </span>
  );
}
