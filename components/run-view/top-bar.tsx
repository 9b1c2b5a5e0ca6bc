'use client';
import { ChevronDown } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '#components/data/trpc.ts';
import { BreakerChip } from '#components/breakers/breaker-chip.tsx';
import { Avatar } from '#components/ui/avatar.tsx';
import { cx } from '#components/ui/cx.ts';
import { Mark } from '#components/ui/mark.tsx';
import { MenuItem } from '#components/ui/menu-item.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { usePerson } from '#components/shell/person.tsx';
import { useRested } from '#components/shell/use-rested.ts';
import { UserMenu } from '#components/shell/user-menu.tsx';
import type { WorkflowTab } from './workflow-tabs.ts';

/** Top of every page of one workflow: where it is, its name (a menu of the others in its folder), switch, tabs, the page's buttons. */
export function TopBar(props: {
  workflow: { id: string; name: string; project: string };
  /** The switch, when the page has one. */
  control?: ReactNode;
  tabs: WorkflowTab[];
  current: string;
  children?: ReactNode;
  className?: string;
}) {
  const person = usePerson();
  // The other pages of the workflow are fetched when this one is there: its first second belongs to what it shows.
  const rested = useRested();
  const { workflow } = props;
  const list = useQuery(useTRPC().workflows.list.queryOptions());
  const others = (list.data ?? []).filter((w) => w.project === workflow.project && w.id !== workflow.id).slice(0, 30);
  return (
    <header className={cx('z-20 flex h-12 shrink-0 items-center gap-3 border-b border-line bg-surface px-3', props.className)}>
      <Link
        href="/workflows"
        aria-label="Drawloom, all workflows"
        className="grid size-7 place-items-center rounded-chip hover:bg-hover"
      >
        <Mark />
      </Link>
      <div className="flex min-w-0 items-center gap-1.5 whitespace-nowrap">
        <Link
          href={workflow.project ? `/workflows?q=${encodeURIComponent(`folder:"${workflow.project}"`)}` : '/workflows'}
          className="text-ink-3 hover:text-ink max-lg:hidden"
        >
          {workflow.project || 'Workflows'}
        </Link>
        <span className="text-ink-3 max-lg:hidden" aria-hidden>
          /
        </span>
        <Menu
          align="start"
          trigger={
            <button
              type="button"
              className="flex min-w-0 items-center gap-0.5 rounded-chip p-1 font-strong hover:bg-hover data-popup-open:bg-active"
            >
              <span className="truncate">{workflow.name}</span>
              <ChevronDown className="size-3.5 shrink-0 text-ink-3" strokeWidth={1.75} aria-hidden />
            </button>
          }
        >
          <MenuItem link={<Link href={`/workflows/${encodeURIComponent(workflow.id)}`} />}>Open {workflow.name}</MenuItem>
          {others.map((w) => (
            <MenuItem key={w.id} link={<Link href={`/workflows/${encodeURIComponent(w.id)}`} />}>
              {w.name}
            </MenuItem>
          ))}
          <MenuItem link={<Link href="/workflows" />}>All workflows</MenuItem>
        </Menu>
        {props.control}
        <BreakerChip workflowId={workflow.id} />
      </div>
      <nav aria-label="Workflow" className="ml-3 flex h-full gap-0.5 max-sm:hidden">
        {props.tabs.map((tab) => {
          const on = tab.id === props.current;
          return (
            <Link
              key={tab.id}
              href={tab.href}
              prefetch={rested ? null : false}
              aria-current={on ? 'page' : undefined}
              className={cx(
                'relative flex items-center gap-1 px-2.5 whitespace-nowrap text-ink-2 hover:text-ink focus-visible:-outline-offset-2',
                on && 'font-strong text-ink after:absolute after:inset-x-2.5 after:-bottom-px after:h-0.5 after:bg-accent',
              )}
            >
              {tab.label}
              {tab.count ? <span className="num font-text text-ink-3">{tab.count}</span> : null}
            </Link>
          );
        })}
      </nav>
      <div className="ml-auto flex items-center gap-2 whitespace-nowrap">
        {props.children}
        <UserMenu
          trigger={
            <button type="button" aria-label={`${person.name}, your account`} className="rounded-full max-sm:hidden">
              <Avatar name={person.name} hidden />
            </button>
          }
        />
      </div>
    </header>
  );
}
