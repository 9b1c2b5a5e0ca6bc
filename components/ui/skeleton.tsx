import { cx } from './cx.ts';

/** Grey lines in the final places; nothing is seen of them before 300 ms. */
export function Skeleton({ rows = 6, height = 36, className }: { rows?: number; height?: number; className?: string }) {
  return (
    <div role="status" aria-label="Loading" className={cx('late', className)}>
      {Array.from({ length: rows }, (_, i) => (
        <div key={i} className="flex items-center gap-6 border-b border-line px-6" style={{ height }}>
          <span className="h-2 rounded-mark bg-active" style={{ width: `${18 + ((i * 37) % 14)}%` }} />
          <span className="h-2 rounded-mark bg-hover" style={{ width: `${12 + ((i * 53) % 18)}%` }} />
        </div>
      ))}
    </div>
  );
}
