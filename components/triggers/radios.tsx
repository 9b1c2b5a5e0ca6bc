import { useId } from 'react';

/** One of two or three choices, each with what it does. */
export function Radios<T extends string>(props: {
  label: string;
  value: T;
  options: { value: T; label: string; note: string }[];
  onChange: (value: T) => void;
}) {
  const name = useId();
  return (
    <fieldset className="mt-2.5 first:mt-0">
      <legend className="mb-1 text-12 font-strong">{props.label}</legend>
      <div className="grid grid-cols-3 gap-2">
        {props.options.map((option) => (
          <label key={option.value} className="flex cursor-pointer gap-1.5 text-12">
            <input
              type="radio"
              name={name}
              checked={option.value === props.value}
              onChange={() => props.onChange(option.value)}
              className="mt-px size-3.5 shrink-0 appearance-none rounded-full border border-control bg-surface checked:border-4 checked:border-accent"
            />
            <span>
              <b>{option.label}</b> <span className="block text-ink-2">{option.note}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
