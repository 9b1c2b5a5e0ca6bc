import { cx } from './cx.ts';

const shape = {
  error: (
    <>
      <path d="M5.3 1.9h5.4l3.4 3.4v5.4l-3.4 3.4H5.3l-3.4-3.4V5.3z" strokeLinejoin="round" />
      <path d="M8 4.9v3.6" strokeWidth="1.6" strokeLinecap="round" />
      <circle cx="8" cy="11" r="1" fill="currentColor" stroke="none" />
    </>
  ),
  warning: (
    <>
      <path d="M8 2 14.6 13.4H1.4z" strokeLinejoin="round" />
      <path d="M8 6v3.4" strokeLinecap="round" />
      <circle cx="8" cy="11.4" r=".9" fill="currentColor" stroke="none" />
    </>
  ),
  hint: (
    <>
      <circle cx="8" cy="8" r="5.6" />
      <path d="M8 7.3v3.6" strokeLinecap="round" />
      <circle cx="8" cy="5" r=".95" fill="currentColor" stroke="none" />
    </>
  ),
};
const color = { error: 'text-st-failed-text', warning: 'text-st-up-for-retry-text', hint: 'text-ink-3' };

/** Octagon: error, stops publishing. Triangle: warning. Ring with i: good to know. `hidden` when the word stands beside it. */
export function ProblemGlyph(props: {
  level: 'error' | 'warning' | 'hint';
  size?: number;
  hidden?: boolean;
  className?: string;
}) {
  const size = props.size ?? 16;
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      className={cx('shrink-0', color[props.level], props.className)}
      {...(props.hidden ? { 'aria-hidden': true } : { role: 'img', 'aria-label': props.level })}
    >
      {shape[props.level]}
    </svg>
  );
}
