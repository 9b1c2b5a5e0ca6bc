import type { ReactNode } from 'react';

/** One fact of the health page: its name, what it is, and perhaps a remark under it. */
export function Fact({ name, remark, children }: { name: string; remark?: ReactNode; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[160px_minmax(0,1fr)] gap-x-4 border-b border-line py-2 last:border-0 max-sm:grid-cols-1">
      <dt className="text-ink-2">{name}</dt>
      <dd className="min-w-0">
        <div className="break-words">{children}</div>
        {remark ? <div className="mt-0.5 text-12 text-ink-3">{remark}</div> : null}
      </dd>
    </div>
  );
}
