import { useId, useState } from 'react';
import { TextInput } from '#components/forms/fields/text-input.tsx';
import { Select } from '#components/ui/select.tsx';

const units = [
  { value: '1', label: 'seconds' },
  { value: '60', label: 'minutes' },
  { value: '3600', label: 'hours' },
  { value: '86400', label: 'days' },
] as const;
type Unit = (typeof units)[number]['value'];

const unitOf = (sec: number): Unit => [...units].reverse().find((unit) => sec % Number(unit.value) === 0)?.value ?? '1';

/** A length of time as a number and its unit. */
export function EveryInput({ value, onChange }: { value: number; onChange: (sec: number) => void }) {
  const id = useId();
  const [unit, setUnit] = useState<Unit>(unitOf(value));
  const [typed, setTyped] = useState(String(value / Number(unit)));
  const [seen, setSeen] = useState(value);
  if (value !== seen) {
    setSeen(value);
    const next = value % Number(unit) === 0 ? unit : unitOf(value);
    setUnit(next);
    setTyped(String(value / Number(next)));
  }
  const good = (text: string): boolean => Number(text) > 0 && Number.isFinite(Number(text));
  const set = (text: string, of: Unit): void => {
    if (!good(text)) return;
    const sec = Math.max(1, Number(text) * Number(of));
    setSeen(sec);
    onChange(sec);
  };
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-12 font-strong">
        Every
      </label>
      <div className="flex gap-2">
        <TextInput
          id={id}
          className="w-24"
          inputMode="decimal"
          value={typed}
          aria-invalid={!good(typed)}
          onChange={(event) => {
            setTyped(event.target.value);
            set(event.target.value, unit);
          }}
        />
        <Select
          label="Unit"
          className="w-32"
          value={unit}
          options={[...units]}
          onChange={(next) => {
            setUnit(next);
            set(typed, next);
          }}
        />
      </div>
    </div>
  );
}
