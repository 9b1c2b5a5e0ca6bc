'use client';
import { Menu as MenuIcon } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useState, type ReactNode } from 'react';
import { Dialog as Base } from '@base-ui/react/dialog';
import { Mark } from '#components/ui/mark.tsx';
import { SideBar } from './side-bar.tsx';

/** Top of a list page: its title, how many there are, its buttons. On a phone also the way to the other sections. */
export function PageHead(props: { title: string; count?: number; children?: ReactNode }) {
  const [open, setOpen] = useState(false);
  const path = usePathname();
  useEffect(() => setOpen(false), [path]);
  return (
    <header className="flex min-h-12 shrink-0 items-center gap-3 border-b border-line bg-surface px-6 max-xl:px-4 max-sm:gap-1 max-sm:pr-2 max-sm:pl-2.5">
      <Link
        href="/workflows"
        aria-label="Drawloom, all workflows"
        className="hidden size-7 place-items-center rounded-chip hover:bg-hover max-sm:grid"
      >
        <Mark />
      </Link>
      <h1 className="text-16 font-strong tracking-[-.006em] whitespace-nowrap max-sm:text-14">{props.title}</h1>
      {props.count === undefined ? null : <span className="num text-ink-3">{props.count.toLocaleString('en')}</span>}
      <span className="flex-1" />
      {props.children}
      <Base.Root open={open} onOpenChange={setOpen}>
        <Base.Trigger
          aria-label="Sections"
          className="hidden h-11 w-9 place-items-center rounded-chip text-ink-2 hover:bg-hover max-sm:grid"
        >
          <MenuIcon className="size-4" strokeWidth={1.75} />
        </Base.Trigger>
        <Base.Portal>
          <Base.Backdrop className="fixed inset-0 z-40 bg-[rgb(20_20_18/0.32)]" />
          <Base.Popup aria-label="Sections" className="fixed inset-y-0 right-0 z-50 w-64 bg-bg shadow-pop outline-0">
            <SideBar className="h-full" />
          </Base.Popup>
        </Base.Portal>
      </Base.Root>
    </header>
  );
}
