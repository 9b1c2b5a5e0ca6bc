import { useState } from 'react';

/** A clock time, 24 h, as text `02:30`: the browser's own field would show am and pm to some. */
export function TimeInput(props: { label: string; value: string; onChange: (value: string) => void }) {
  const [typed, setTyped] = useState(props.value);
  const [seen, setSeen] = useState(props.value);
  if (props.value !== seen) {
    setSeen(props.value);
    setTyped(props.value);
  }
  const read = (text: string): string | null => {
    const match = /^(\d{1,2})[:.]?(\d{2})$/.exec(text.trim());
    if (match === null || Number(match[1]) > 23 || Number(match[2]) > 59) return null;
    return `${String(match[1]).padStart(2, '0')}:${match[2]}`;
  };
  return (
    <input
      aria-label={props.label}
      aria-invalid={read(typed) === null}
      inputMode="numeric"
      value={typed}
      title={read(typed) === null ? 'A time is written 02:30, from 00:00 to 23:59.' : undefined}
      onChange={(event) => {
        setTyped(event.target.value);
        const value = read(event.target.value);
        if (value !== null && /\d{1,2}[:.]?\d{2}/.test(event.target.value)) {
          setSeen(value);
          props.onChange(value);
        }
      }}
      onBlur={() => setTyped(props.value)}
      className="num h-6 w-14 rounded-chip border border-control bg-surface px-1.5 text-13 font-strong aria-invalid:border-st-failed"
    />
  );
}
