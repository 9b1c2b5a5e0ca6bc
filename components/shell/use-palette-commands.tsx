'use client';
import { useQuery } from '@tanstack/react-query';
import { Keyboard, LogOut, Monitor, Moon, Sun, Workflow } from 'lucide-react';
import { useMemo } from 'react';
import { useTRPC } from '#components/data/trpc.ts';
import { StatusGlyph } from '#components/ui/status-glyph.tsx';
import { Time } from '#components/ui/time.tsx';
import { useAllCommands, type Command } from './commands.ts';
import { sections } from './nav.tsx';
import { usePerson } from './person.tsx';
import { setShortcutsOpen } from './shortcuts-dialog.tsx';
import { signOut } from './sign-out.ts';
import { setTheme } from './theme.ts';

const places = (admin: boolean): Command[] =>
  sections
    .filter((s) => admin || !s.admin)
    .map((s) => ({ id: `go${s.href}`, group: 'Go to', title: s.title, icon: s.icon, keys: s.keys, href: s.href }));
const always: Command[] = [
  {
    id: 'keys',
    group: 'Actions',
    title: 'Show the keys',
    icon: <Keyboard strokeWidth={1.75} />,
    keys: '?',
    run: () => setShortcutsOpen(true),
  },
  { id: 'light', group: 'Actions', title: 'Theme: light', icon: <Sun strokeWidth={1.75} />, run: () => setTheme('light') },
  { id: 'dark', group: 'Actions', title: 'Theme: dark', icon: <Moon strokeWidth={1.75} />, run: () => setTheme('dark') },
  {
    id: 'system',
    group: 'Actions',
    title: 'Theme: as the system says',
    icon: <Monitor strokeWidth={1.75} />,
    run: () => setTheme('system'),
  },
  { id: 'sign-out', group: 'Actions', title: 'Sign out', icon: <LogOut strokeWidth={1.75} />, run: () => void signOut() },
];

/** Everything the palette offers now: actions of the page first, then what works everywhere, workflows and runs. */
export function usePaletteCommands(): Command[] {
  const trpc = useTRPC();
  const own = useAllCommands();
  const admin = usePerson().role === 'admin';
  const workflows = useQuery(trpc.workflows.list.queryOptions());
  const runs = useQuery(trpc.runs.list.queryOptions({ limit: 50 }));
  return useMemo(() => {
    const names = new Map(workflows.data?.map((w) => [w.id, w.name]));
    return [
      ...own,
      ...(workflows.data ?? []).map((w): Command => ({
        id: `workflow/${w.id}`,
        group: 'Workflows',
        title: w.name,
        words: [w.id, w.project, ...w.tags].join(' '),
        note: w.project,
        icon: <Workflow strokeWidth={1.75} />,
        href: `/workflows/${encodeURIComponent(w.id)}`,
      })),
      ...(runs.data?.runs ?? []).map((r): Command => ({
        id: `run/${r.id}`,
        group: 'Runs',
        title: `${names.get(r.workflowId) ?? r.workflowId}, run ${r.number}`,
        words: `${r.status} ${r.id}`,
        note: <Time at={r.startedAt ?? r.createdAt} relative="only" />,
        icon: <StatusGlyph status={r.status} hidden />,
        href: `/runs/${encodeURIComponent(r.id)}`,
      })),
      ...places(admin),
      ...always,
    ];
  }, [own, workflows.data, runs.data, admin]);
}
