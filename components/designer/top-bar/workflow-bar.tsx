'use client';
import { Lock } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useCallback } from 'react';
import { BreakerChip } from '#components/breakers/breaker-chip.tsx';
import { Avatar } from '#components/ui/avatar.tsx';
import { cx } from '#components/ui/cx.ts';
import { Mark } from '#components/ui/mark.tsx';
import { Switch } from '#components/ui/switch.tsx';
import { toast } from '#components/ui/toast.ts';
import { usePerson } from '#components/shell/person.tsx';
import { UserMenu } from '#components/shell/user-menu.tsx';
import { useDesigner } from '../session/use-designer.ts';
import { useReadOnly } from '../session/use-read-only.ts';
import { useSession } from '../session/workflow-session.ts';
import { NameMenu } from './name-menu.tsx';
import { PublishButton } from './publish-button.tsx';
import { RunButton } from './run-button.tsx';
import { SaveLine } from './save-line.tsx';
import { SimulateButton } from './simulate-button.tsx';

/** Top bar of one workflow: where one is, on or off, its pages, how the draft stands, run and publish. */
export function WorkflowBar() {
  const { id, detail, acts } = useSession();
  const name = useDesigner((s) => s.workflow.name);
  const triggers = useDesigner((s) => s.workflow.triggers.length);
  const path = usePathname();
  const person = usePerson();
  const readOnly = useReadOnly();
  const base = `/workflows/${id}`;
  const tabs = [
    { href: base, label: 'Design' },
    { href: `${base}/triggers`, label: 'Triggers', count: triggers },
    { href: `${base}/runs`, label: 'Runs' },
    { href: `${base}/grid`, label: 'Grid' },
    { href: `${base}/versions`, label: 'Versions', count: detail.workflow.version ?? 0 },
  ];
  const { version } = detail.workflow;
  const setEnabled = useCallback(
    (enabled: boolean): void => {
      if (enabled && version === null) {
        toast({ title: 'Publish a version first.', body: 'What is switched on runs its published version.' });
        return;
      }
      acts.setEnabled(enabled).catch((error: Error) => toast({ title: error.message, level: 'error' }));
    },
    [acts, version],
  );
  return (
    <header className="flex h-12 shrink-0 items-center gap-3 border-b border-line bg-surface px-3 max-sm:h-auto max-sm:flex-wrap max-sm:gap-x-1.5 max-sm:gap-y-0 max-sm:pt-2">
      <Link
        href="/workflows"
        aria-label="Drawloom, all workflows"
        className="grid size-7 shrink-0 place-items-center rounded-chip hover:bg-hover"
      >
        <Mark />
      </Link>
      <h1 className="sr-only">
        {name}, {tabs.find((tab) => tab.href === path)?.label ?? 'workflow'}
      </h1>
      <div className="flex min-w-0 items-center gap-1.5 whitespace-nowrap max-sm:flex-1">
        {detail.workflow.project === '' || detail.workflow.project === 'default' ? null : (
          <>
            <Link href="/workflows" className="text-ink-3 max-lg:hidden">
              {detail.workflow.project}
            </Link>
            <span className="text-ink-3 max-lg:hidden" aria-hidden>
              /
            </span>
          </>
        )}
        <NameMenu name={name} setEnabled={setEnabled} />
        <Switch
          label={`${name} is ${detail.workflow.enabled ? 'on' : 'off'}`}
          checked={detail.workflow.enabled}
          readOnly={person.role === 'viewer'}
          onChange={setEnabled}
        />
        <BreakerChip workflowId={id} />
      </div>
      <nav aria-label="Workflow" className="ml-3 flex h-full gap-0.5 max-sm:order-last max-sm:ml-0 max-sm:h-10 max-sm:w-full">
        {tabs.map((tab) => {
          const on = path === tab.href;
          return (
            <Link
              key={tab.href}
              href={tab.href}
              aria-current={on ? 'page' : undefined}
              className={cx(
                'relative flex items-center gap-1 px-2.5 whitespace-nowrap text-ink-2 hover:text-ink max-sm:px-1.5',
                on && 'font-strong text-ink after:absolute after:inset-x-2.5 after:-bottom-px after:h-0.5 after:bg-accent',
              )}
            >
              {tab.label}
              {tab.count ? <span className="num font-text text-ink-3 max-lg:hidden">{tab.count}</span> : null}
            </Link>
          );
        })}
      </nav>
      {readOnly === null ? (
        <SaveLine />
      ) : (
        <span className="ml-auto flex items-center gap-1.5 text-12 whitespace-nowrap text-ink-3" title={readOnly}>
          <Lock className="size-3.5" strokeWidth={1.75} aria-hidden />
          Read only
        </span>
      )}
      <div className="flex items-center gap-2 whitespace-nowrap max-lg:ml-auto max-sm:gap-1.5">
        <span className="h-5 w-px bg-line max-lg:hidden" />
        <SimulateButton />
        {person.role === 'viewer' ? null : <RunButton />}
        {readOnly === null ? <PublishButton /> : null}
        <UserMenu
          trigger={
            <button type="button" aria-label={`${person.name}, menu`} className="rounded-full max-sm:hidden">
              <Avatar name={person.name} hidden />
            </button>
          }
        />
      </div>
    </header>
  );
}
