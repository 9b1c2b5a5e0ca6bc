import type { ReactNode } from 'react';
import { ListFrame } from '#components/shell/list-frame.tsx';

/** Side bar and page, for everything that is not one workflow. */
export default function ListsLayout({ children }: { children: ReactNode }) {
  return <ListFrame>{children}</ListFrame>;
}
