import { statusWord, type GlyphStatus } from './status-word.ts';
import { statusColor } from './status-color.ts';
import { statusShape } from './status-shape.tsx';
import { cx } from './cx.ts';

/**
 * The silhouette of a status on a 16 grid, legible at 12. Filled: decided. Hollow: not done, or not its own doing.
 * Give `hidden` when its word stands beside it. Only `running` turns, and not with reduced motion.
 */
export function StatusGlyph(props: {
  status: GlyphStatus;
  size?: number;
  hidden?: boolean;
  still?: boolean;
  className?: string;
}) {
  const { status, size = 16, hidden } = props;
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      style={{ color: statusColor(status) }}
      className={cx('shrink-0', status === 'running' && !props.still && 'turn', props.className)}
      {...(hidden ? { 'aria-hidden': true } : { role: 'img', 'aria-label': statusWord(status) })}
    >
      {statusShape[status]}
    </svg>
  );
}
