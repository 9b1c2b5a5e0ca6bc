'use client';
import { Search } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { Fragment } from 'react';
import { useFailedAlerts } from '#components/alerts/use-failed-alerts.ts';
import { useWaitingApprovals } from '#components/approvals/use-waiting-approvals.ts';
import { cx } from '#components/ui/cx.ts';
import { Kbd } from '#components/ui/kbd.tsx';
import { Mark } from '#components/ui/mark.tsx';
import { sections } from './nav.tsx';
import { openPalette } from './palette-open.ts';
import { usePerson } from './person.tsx';
import { useRunningCount } from './use-running-count.ts';
import { useOpenBreakers } from './use-open-breakers.ts';
import { UserFoot } from './user-foot.tsx';

/** What stands at the left of everything that is not one workflow. */
export function SideBar({ className }: { className?: string }) {
  const path = usePathname();
  const running = useRunningCount();
  const open = useOpenBreakers();
  const unsent = useFailedAlerts();
  const waiting = useWaitingApprovals();
  const { role } = usePerson();
  const shown = sections.filter((s) => !s.admin || role === 'admin');
  return (
    <aside aria-label="Sections" className={cx('flex flex-col gap-2 border-r border-line bg-bg p-3', className)}>
      <Link href="/workflows" className="flex h-7 items-center gap-2 px-1 text-14 font-strong tracking-[-.01em]">
        <Mark />
        <span>Drawloom</span>
      </Link>
      <button
        type="button"
        onClick={openPalette}
        className="flex h-7 items-center gap-2 rounded-control border border-line-2 bg-surface pr-1.5 pl-2 text-left text-ink-3 hover:border-control max-sm:h-9"
      >
        <Search className="size-3.5 shrink-0" strokeWidth={1.75} aria-hidden />
        <span className="min-w-0 flex-1 truncate">Search or act</span>
        <Kbd>Ctrl K</Kbd>
      </button>
      <nav aria-label="Main">
        {shown.map((s, i) => {
          const here = path === s.href || path.startsWith(`${s.href}/`);
          const heads = s.group !== undefined && s.group !== shown[i - 1]?.group;
          return (
            <Fragment key={s.href}>
              {heads ? <p className="mt-4 mb-1 px-2 text-11 text-ink-3">{s.group}</p> : null}
              <Link
                href={s.href}
                aria-current={here ? 'page' : undefined}
                className={cx(
                  'flex h-7 items-center gap-2 rounded-chip px-2 text-ink-2 hover:bg-hover hover:text-ink max-sm:h-11',
                  here && 'bg-active font-strong text-ink',
                )}
              >
                {s.icon}
                <span className="flex-1">{s.title}</span>
                {s.href === '/runs' && running > 0 ? (
                  <span className="num text-11 font-strong text-st-running-text" aria-label={`${running} running`}>
                    {running}
                  </span>
                ) : null}
                {s.href === '/approvals' && waiting > 0 ? (
                  <span className="num text-11 font-strong text-st-awaiting-input-text" aria-label={`${waiting} wait for you`}>
                    {waiting}
                  </span>
                ) : null}
                {s.href === '/alerts' && unsent > 0 ? (
                  <span className="num text-11 font-strong text-st-failed-text" aria-label={`${unsent} not sent`}>
                    {unsent}
                  </span>
                ) : null}
                {s.href === '/breakers' && open > 0 ? (
                  <span className="num text-11 font-strong text-st-failed-text" aria-label={`${open} not closed`}>
                    {open}
                  </span>
                ) : null}
              </Link>
            </Fragment>
          );
        })}
      </nav>
      <UserFoot />
    </aside>
  );
}
