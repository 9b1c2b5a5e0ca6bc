import { useId, useState } from 'react';
import { DateTime } from 'luxon';
import { TextInput } from '#components/forms/fields/text-input.tsx';

/** An instant, written as wall time in a zone (`2027-03-25 02:30`) and kept with its offset. Empty where it may be. */
export function InstantInput(props: {
  label: string;
  value: string | undefined;
  zone: string;
  required?: boolean;
  help?: string;
  onChange: (value: string | undefined) => void;
}) {
  const id = useId();
  const shown =
    props.value === undefined
      ? ''
      : DateTime.fromISO(props.value, { setZone: true }).setZone(props.zone).toFormat('yyyy-MM-dd HH:mm');
  const [typed, setTyped] = useState(shown);
  const [seen, setSeen] = useState(shown);
  if (shown !== seen) {
    setSeen(shown);
    setTyped(shown);
  }
  const read = (text: string): string | null => {
    const at = DateTime.fromFormat(text.trim(), 'yyyy-MM-dd HH:mm', { zone: props.zone });
    return at.isValid ? at.toISO({ suppressMilliseconds: true, suppressSeconds: true }) : null;
  };
  const good = typed.trim() === '' ? props.required !== true : read(typed) !== null;
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-12 font-strong">
        {props.label}
      </label>
      <TextInput
        id={id}
        className="h-7"
        value={typed}
        placeholder="2027-03-25 02:30"
        aria-invalid={!good}
        autoComplete="off"
        onChange={(event) => {
          const text = event.target.value;
          setTyped(text);
          if (text.trim() === '' && props.required !== true) props.onChange(undefined);
          const value = read(text);
          if (value !== null) {
            setSeen(text.trim());
            props.onChange(withSeconds(value));
          }
        }}
      />
      {good ? (
        props.help === undefined ? null : (
          <p className="mt-1 text-12 text-ink-3">{props.help}</p>
        )
      ) : (
        <p className="mt-1 text-12 text-st-failed-text">Write it as 2027-03-25 02:30, in {props.zone}.</p>
      )}
    </div>
  );
}

/** The definition wants seconds. */
const withSeconds = (iso: string): string => iso.replace(/T(\d\d:\d\d)(?!:)/, 'T$1:00');
