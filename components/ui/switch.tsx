'use client';
import { Switch as Base } from '@base-ui/react/switch';
import { cx } from './cx.ts';

/** On or off at once. The thumb is filled when on and hollow when off, so that it reads without colour. */
export function Switch(props: {
  /** Said with its state: `Sales by city`. */
  label?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  id?: string;
  name?: string;
  readOnly?: boolean;
  className?: string;
  tabIndex?: number;
}) {
  return (
    <Base.Root
      id={props.id}
      name={props.name}
      aria-label={props.label}
      checked={props.checked}
      readOnly={props.readOnly}
      tabIndex={props.tabIndex}
      onCheckedChange={(checked) => props.onChange(checked)}
      onClick={(event) => event.stopPropagation()}
      className={cx(
        'relative block h-4 w-7 shrink-0 rounded-full border border-control bg-surface transition-colors duration-[80ms] before:absolute before:-inset-1.5 data-checked:border-accent data-checked:bg-accent-soft max-sm:h-5 max-sm:w-9 max-sm:before:-inset-3',
        props.className,
      )}
    >
      <Base.Thumb className="absolute top-0.5 left-0.5 block size-2.5 rounded-full border-[1.5px] border-control transition-transform duration-[120ms] data-checked:translate-x-3 data-checked:border-accent data-checked:bg-accent max-sm:size-3.5 max-sm:data-checked:translate-x-4" />
    </Base.Root>
  );
}
