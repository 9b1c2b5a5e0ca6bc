import type { ReactNode } from 'react';
import { AppFrame } from '#components/shell/app-frame.tsx';
import { requirePerson } from '#server/auth/require-person.ts';

/** Round every page of somebody signed in. Pages guard themselves too: a layout is not asked again when only the page changes. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const { id, name, email, role, timezone } = await requirePerson();
  return <AppFrame person={{ id, name, email, role, timezone }}>{children}</AppFrame>;
}
