'use client';
import type { ReactNode } from 'react';
import { SideBar } from './side-bar.tsx';

/** Side bar and page side by side, for everything that is not one workflow. On a phone the side bar lives in the menu of PageHead. */
export function ListFrame({ children }: { children: ReactNode }) {
  return (
    <div className="grid h-dvh grid-cols-[216px_minmax(0,1fr)] max-xl:grid-cols-[200px_minmax(0,1fr)] max-sm:block">
      <SideBar className="h-dvh max-sm:hidden" />
      <main className="flex h-dvh min-w-0 flex-col bg-surface">{children}</main>
    </div>
  );
}
