import { Activity, Bell, Blocks, Gauge, Play, Plug, UserCheck, Workflow, Zap } from 'lucide-react';
import type { ReactNode } from 'react';

/** One place of the product that the side bar leads to. */
export interface Section {
  href: string;
  title: string;
  icon: ReactNode;
  /** Shortcut, where there is one. */
  keys?: string;
  /** Heading above it; the first ones have none. */
  group?: 'Operate' | 'Install';
  /** Only admins may see it. */
  admin?: true;
}

/** Sections of the product, in the order of the side bar; only those whose page exists. */
export const sections: Section[] = [
  { href: '/workflows', title: 'Workflows', icon: <Workflow className="size-4" strokeWidth={1.75} />, keys: 'G W' },
  { href: '/runs', title: 'Runs', icon: <Play className="size-4" strokeWidth={1.75} />, keys: 'G R' },
  {
    href: '/approvals',
    title: 'Approvals',
    icon: <UserCheck className="size-4" strokeWidth={1.75} />,
    keys: 'G A',
    group: 'Operate',
  },
  { href: '/alerts', title: 'Alerts', icon: <Bell className="size-4" strokeWidth={1.75} />, keys: 'G L', group: 'Operate' },
  { href: '/pools', title: 'Pools', icon: <Gauge className="size-4" strokeWidth={1.75} />, keys: 'G P', group: 'Operate' },
  {
    href: '/breakers',
    title: 'Circuit breakers',
    icon: <Zap className="size-4" strokeWidth={1.75} />,
    keys: 'G B',
    group: 'Operate',
  },
  {
    href: '/connections',
    title: 'Connections',
    icon: <Plug className="size-4" strokeWidth={1.75} />,
    keys: 'G C',
    group: 'Operate',
  },
  {
    href: '/operators',
    title: 'Operators',
    icon: <Blocks className="size-4" strokeWidth={1.75} />,
    keys: 'G O',
    group: 'Operate',
  },
  {
    href: '/health',
    title: 'Health',
    icon: <Activity className="size-4" strokeWidth={1.75} />,
    keys: 'G H',
    group: 'Install',
    admin: true,
  },
];
