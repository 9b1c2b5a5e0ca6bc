import { Play, Workflow } from 'lucide-react';
import type { ReactNode } from 'react';

/** Sections of the product, in the order of the side bar; only those whose page exists. */
export const sections: { href: string; title: string; icon: ReactNode; keys: string }[] = [
  { href: '/workflows', title: 'Workflows', icon: <Workflow className="size-4" strokeWidth={1.75} />, keys: 'G W' },
  { href: '/runs', title: 'Runs', icon: <Play className="size-4" strokeWidth={1.75} />, keys: 'G R' },
];
