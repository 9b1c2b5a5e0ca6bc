'use client';
import { Ellipsis } from 'lucide-react';
import Link from 'next/link';
import { cx } from '#components/ui/cx.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import { MenuItem } from '#components/ui/menu-item.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { ProblemGlyph } from '#components/ui/problem-glyph.tsx';
import { poolColumns } from './pool-columns.ts';
import type { PoolItem } from './pool-item.ts';

const sharesShown = 3;

function Shares({ shares, workflow }: { shares: PoolItem['holders']; workflow: (id: string) => string }) {
  return (
    <>
      {shares.slice(0, sharesShown).map(({ run, workflow: id, tasks, slots }) => (
        <div key={run} className="flex min-w-0 items-baseline gap-1.5 text-12">
          <Link href={`/runs/${encodeURIComponent(run)}`} className="link truncate" title={tasks.join(', ')}>
            {workflow(id)}: {tasks[0]}
            {tasks.length > 1 ? ` and ${tasks.length - 1} more` : ''}
          </Link>
          <span className="num shrink-0 text-ink-3">
            {slots} {slots === 1 ? 'slot' : 'slots'}
          </span>
        </div>
      ))}
      {shares.length > sharesShown ? <div className="text-12 text-ink-3">and {shares.length - sharesShown} more runs</div> : null}
    </>
  );
}

/** One pool: its use as a bar and in words, who holds it, who waits. */
export function PoolRow(props: { pool: PoolItem; workflow: (id: string) => string; onEdit?: () => void; onDelete?: () => void }) {
  const { pool } = props;
  const endless = pool.slots < 0;
  const full = !endless && pool.used >= pool.slots;
  const share = endless || pool.slots === 0 ? 0 : Math.min(1, pool.used / pool.slots);
  return (
    <div
      role="row"
      className={cx(
        poolColumns,
        'min-h-11 border-b border-line py-2 hover:bg-hover',
        'max-sm:grid-cols-[minmax(0,1fr)_auto] max-sm:gap-y-1 max-sm:px-4',
      )}
    >
      <div role="cell" className="min-w-0 px-2 pl-6 max-xl:pl-4 max-sm:px-0">
        <div className="truncate font-strong">{pool.name}</div>
        {pool.known ? (
          pool.description ? (
            <div className="truncate text-12 text-ink-3">{pool.description}</div>
          ) : null
        ) : (
          <div className="flex items-center gap-1.5 text-12 text-st-failed-text">
            <ProblemGlyph level="error" size={12} />
            Nobody made it; what asks for it waits.
          </div>
        )}
      </div>
      <div role="cell" className="flex items-center gap-2 px-2 max-sm:px-0">
        {endless ? null : (
          <span className="h-2 w-20 shrink-0 overflow-hidden rounded-full bg-sunken" aria-hidden>
            <span
              className={cx('block h-full rounded-full', full ? 'bg-st-up-for-retry' : 'bg-accent')}
              style={{ width: `${share * 100}%` }}
            />
          </span>
        )}
        <span className="num text-12 whitespace-nowrap text-ink-2">
          {endless ? `${pool.used}, no limit` : `${pool.used} of ${pool.slots}`}
        </span>
      </div>
      <div role="cell" className="num px-2 text-12 max-sm:col-start-1 max-sm:px-0">
        {pool.queued > 0 ? (
          <>
            {pool.queued.toLocaleString('en')}
            <span className="sm:sr-only"> {pool.queued === 1 ? 'task waits' : 'tasks wait'}</span>
          </>
        ) : (
          <span className="text-ink-3 max-sm:sr-only">none</span>
        )}
      </div>
      <div role="cell" className="min-w-0 px-2 max-sm:col-span-2 max-sm:px-0">
        <Shares shares={pool.holders} workflow={props.workflow} />
      </div>
      <div role="cell" className="min-w-0 px-2 max-lg:hidden">
        <Shares shares={pool.waiting} workflow={props.workflow} />
      </div>
      <div role="cell" className="flex justify-end pr-6 max-xl:pr-4 max-sm:col-start-2 max-sm:row-start-1 max-sm:pr-0">
        {props.onEdit ? (
          <Menu trigger={<IconButton label={`Acts on pool ${pool.name}`} icon={<Ellipsis strokeWidth={1.75} />} />}>
            <MenuItem onSelect={props.onEdit}>{pool.known ? 'Change…' : 'Make it…'}</MenuItem>
            {pool.known && pool.name !== 'default' ? <MenuItem onSelect={() => props.onDelete?.()}>Delete</MenuItem> : null}
          </Menu>
        ) : null}
      </div>
    </div>
  );
}
