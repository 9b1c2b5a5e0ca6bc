import { Lock } from 'lucide-react';
import Link from 'next/link';
import { cx } from '#components/ui/cx.ts';

/** Says why nothing can be moved here, and where it can. At the lower right, or above when a minimap is there (`high`). */
export function ReadOnlyChip({ workflowId, version, high }: { workflowId: string; version: number; high: boolean }) {
  return (
    <div
      className={cx(
        'absolute right-3 z-[6] flex h-8 items-center gap-1.5 rounded-control border border-line bg-surface pr-2.5 pl-2 text-12 text-ink-2',
        high ? 'top-3' : 'bottom-3',
      )}
    >
      <Lock className="size-3.5 text-ink-3" strokeWidth={1.75} aria-hidden />
      {version === 0 ? 'Draft of then' : `Version ${version}`}, read only.
      <Link className="link" href={`/workflows/${encodeURIComponent(workflowId)}`}>
        Draft
      </Link>
    </div>
  );
}
