import type { KeyboardEventHandler, Ref } from 'react';
import { cx } from '#components/ui/cx.ts';

/** A plain text area in the look of the code field: while that is loading, and for text that is no code. */
export function CodeArea(props: {
  id?: string;
  value: string;
  onChange: (value: string) => void;
  label?: string;
  labelledBy?: string;
  describedBy?: string | undefined;
  invalid?: boolean;
  readOnly?: boolean;
  rows?: number;
  placeholder?: string | undefined;
  className?: string;
  areaRef?: Ref<HTMLTextAreaElement>;
  onKeyDown?: KeyboardEventHandler<HTMLTextAreaElement>;
  onBlur?: () => void;
  /** Id of the list that is open under it, and of its chosen line. */
  controls?: string;
  activeDescendant?: string;
}) {
  return (
    <textarea
      id={props.id}
      ref={props.areaRef}
      onKeyDown={props.onKeyDown}
      onBlur={props.onBlur}
      aria-controls={props.controls}
      aria-activedescendant={props.activeDescendant}
      rows={props.rows ?? 3}
      value={props.value}
      readOnly={props.readOnly}
      placeholder={props.placeholder}
      aria-label={props.label}
      aria-labelledby={props.labelledBy}
      aria-describedby={props.describedBy}
      aria-invalid={props.invalid}
      spellCheck={false}
      onChange={(event) => props.onChange(event.target.value)}
      className={cx(
        'block w-full resize-y rounded-control border border-control bg-code-bg px-2 py-1.5 font-mono text-11 leading-[18px] outline-0 focus:border-accent focus:outline focus:outline-accent aria-invalid:border-st-failed',
        props.className,
      )}
    />
  );
}
