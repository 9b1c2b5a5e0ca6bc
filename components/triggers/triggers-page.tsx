'use client';
import { Clock, Copy, Ellipsis, ListChecks, Pencil, Plus, Repeat, Timer, Trash2, Zap } from 'lucide-react';
import { useState } from 'react';
import { freeId } from '#domain/definition/edit/free-id.ts';
import type { Trigger } from '#domain/definition/schema/workflow.ts';
import { describe } from '#domain/trigger/describe.ts';
import { triggerSeed } from '#domain/trigger/trigger-seed.ts';
import { ReadOnlyFields } from '#components/designer/session/read-only-fields.tsx';
import { ReadOnlyLine } from '#components/designer/session/read-only-line.tsx';
import { useDesigner } from '#components/designer/session/use-designer.ts';
import { useReadOnly } from '#components/designer/session/use-read-only.ts';
import { useSession } from '#components/designer/session/workflow-session.ts';
import { Announcer } from '#components/designer/outline/announcer.tsx';
import { usePerson } from '#components/shell/person.tsx';
import { useKeys } from '#components/shell/use-keys.ts';
import { useUrlParam } from '#components/shell/use-url-param.ts';
import { Button } from '#components/ui/button.tsx';
import { cx } from '#components/ui/cx.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { MenuItem } from '#components/ui/menu-item.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { Switch } from '#components/ui/switch.tsx';
import { Time } from '#components/ui/time.tsx';
import { toast } from '#components/ui/toast.ts';
import { useZone } from '#components/ui/zone.tsx';
import { newTrigger } from './new-trigger.ts';
import { NextRuns } from './next-runs.tsx';
import { TriggerForm } from './trigger-form.tsx';

const icons: Record<Trigger['type'], React.ReactNode> = {
  cron: <Clock strokeWidth={1.75} />,
  every: <Timer strokeWidth={1.75} />,
  dates: <ListChecks strokeWidth={1.75} />,
  once: <Zap strokeWidth={1.75} />,
  continuous: <Repeat strokeWidth={1.75} />,
};

/** Triggers of a workflow: the list, the form of one, and what it will do. They belong to the draft and hold from the next published version on. */
export function TriggersPage() {
  const { id, detail, acts, store } = useSession();
  const triggers = useDesigner((s) => s.workflow.triggers);
  const params = useDesigner((s) => s.workflow.params);
  const edit = useDesigner((s) => s.edit);
  const zone = useZone();
  const { role } = usePerson();
  const readOnly = useReadOnly() !== null;
  const [chosen, setChosen] = useUrlParam('trigger');
  const shown = triggers.find((trigger) => trigger.id === chosen) ?? triggers[0];
  useKeys({
    'mod+z': () => (typing() ? false : store.getState().undo()),
    'mod+y': () => (typing() ? false : store.getState().redo()),
    'mod+shift+z': () => (typing() ? false : store.getState().redo()),
  });
  const add = (like?: Trigger): void => {
    const made = freeId(like?.id ?? 'schedule', new Set(triggers.map((trigger) => trigger.id)));
    edit(
      { type: 'add-trigger', trigger: like === undefined ? newTrigger(made, zone) : { ...like, id: made } },
      { label: `add trigger ${made}` },
    );
    setChosen(made);
  };
  const rename = (trigger: Trigger, to: string): void => {
    if (to === trigger.id || to === '') return;
    if (!/^[A-Za-z0-9_.-]{1,200}$/.test(to) || triggers.some((other) => other.id === to)) {
      toast({ title: 'A name has letters, digits, "_", "." and "-", and stands once.', level: 'error' });
      return;
    }
    edit(
      [
        { type: 'remove-trigger', id: trigger.id },
        { type: 'add-trigger', trigger: { ...trigger, id: to } },
      ],
      { label: `rename trigger ${trigger.id}` },
    );
    setChosen(to);
  };
  const published = new Set(detail.published?.definition.triggers.map((trigger) => trigger.id) ?? []);
  const isOn = (trigger: string): boolean => detail.triggerStates.find((s) => s.triggerId === trigger)?.enabled ?? true;
  const nextOf = (trigger: string): number | undefined => detail.next.find((n) => n.triggerId === trigger)?.at;
  return (
    <main
      aria-label="Triggers"
      className="grid h-full grid-cols-[232px_440px_minmax(0,1fr)] max-xl:grid-cols-[200px_408px_minmax(0,1fr)] max-lg:grid-cols-[180px_minmax(0,1fr)] max-sm:block max-sm:overflow-auto"
    >
      <aside aria-label="List of triggers" className="scroll border-r border-line bg-bg p-2">
        <div className="flex items-center px-2 py-1">
          <h2 className="flex-1 text-13 font-strong">Triggers</h2>
          {readOnly ? null : (
            <IconButton size="sm" label="Add a trigger" icon={<Plus strokeWidth={1.75} />} onClick={() => add()} />
          )}
        </div>
        <ul>
          {triggers.map((trigger) => {
            const next = nextOf(trigger.id);
            return (
              <li
                key={trigger.id}
                className={cx(
                  'relative flex gap-2 rounded-control p-2 hover:bg-hover',
                  trigger === shown && 'bg-active hover:bg-active',
                )}
              >
                <span className="mt-0.5 text-ink-2 [&_svg]:size-4">{icons[trigger.type]}</span>
                <button
                  type="button"
                  aria-current={trigger === shown || undefined}
                  onClick={() => setChosen(trigger.id)}
                  className="min-w-0 flex-1 text-left text-12 after:absolute after:inset-0"
                >
                  <b className="block truncate text-13">{trigger.id}</b>
                  <span className="block text-ink-2">{describe(trigger, triggerSeed(id, trigger.id))}</span>
                  {next === undefined ? (
                    published.has(trigger.id) ? null : (
                      <span className="block text-ink-3">not published yet, starts nothing</span>
                    )
                  ) : (
                    <span className="num block text-ink-3">
                      next <Time at={next} parts="day-time" />
                    </span>
                  )}
                </button>
                {published.has(trigger.id) && (
                  <span className="relative z-[1]">
                    <Switch
                      label={`${trigger.id} is ${isOn(trigger.id) ? 'on' : 'off'}`}
                      checked={isOn(trigger.id)}
                      readOnly={role === 'viewer'}
                      onChange={(enabled) =>
                        void acts
                          .setTriggerEnabled(trigger.id, enabled)
                          .catch((error: Error) => toast({ title: error.message, level: 'error' }))
                      }
                    />
                  </span>
                )}
              </li>
            );
          })}
        </ul>
        <p className="mt-2 border-t border-line px-2 pt-3 text-12 text-ink-3">
          Each trigger may carry its own params. A run says which trigger started it.
        </p>
      </aside>
      {shown === undefined ? (
        <section className="col-span-2 bg-surface max-lg:col-span-1">
          <EmptyState
            title="No trigger yet."
            action={readOnly ? undefined : <Button onClick={() => add()}>Add a trigger</Button>}
          >
            Runs are started by hand or by the API until there is one.
          </EmptyState>
        </section>
      ) : (
        <>
          <section
            aria-label="Trigger form"
            tabIndex={0}
            className="scroll min-h-0 border-r border-line bg-surface px-4 py-3 outline-offset-[-2px]"
          >
            <div className="-mx-4 -mt-3 mb-3 empty:hidden">
              <ReadOnlyLine />
            </div>
            <ReadOnlyFields>
              <div className="mb-2.5 flex items-center gap-2">
                <TriggerName key={shown.id} trigger={shown} onDone={(to) => rename(shown, to)} />
                <span className="flex-1" />
                {readOnly ? null : (
                  <Menu trigger={<IconButton label="More" icon={<Ellipsis strokeWidth={1.75} />} />}>
                    <MenuItem icon={<Copy strokeWidth={1.75} />} onSelect={() => add(shown)}>
                      Duplicate
                    </MenuItem>
                    <MenuItem
                      icon={<Trash2 strokeWidth={1.75} />}
                      danger
                      onSelect={() => {
                        edit({ type: 'remove-trigger', id: shown.id }, { label: `delete trigger ${shown.id}` });
                        toast({ title: `Trigger ${shown.id} deleted.`, undo: () => store.getState().undo() });
                      }}
                    >
                      Delete
                    </MenuItem>
                  </Menu>
                )}
              </div>
              <TriggerForm
                key={`${shown.id} form`}
                trigger={shown}
                seed={triggerSeed(id, shown.id)}
                params={params}
                onChange={(trigger, field) =>
                  edit(
                    { type: 'update-trigger', trigger },
                    { label: `trigger ${trigger.id}`, gesture: `trigger/${trigger.id}/${field}` },
                  )
                }
              />
            </ReadOnlyFields>
          </section>
          <div
            className="scroll min-h-0 bg-surface max-lg:hidden max-sm:block"
            tabIndex={0}
            role="region"
            aria-label="What it will do"
          >
            <NextRuns trigger={shown} seed={triggerSeed(id, shown.id)} />
          </div>
        </>
      )}
      <Announcer />
    </main>
  );
}

function TriggerName({ trigger, onDone }: { trigger: Trigger; onDone: (to: string) => void }) {
  const [text, setText] = useState(trigger.id);
  return (
    <span className="flex min-w-0 items-center gap-1 hover:[&_svg]:opacity-100">
      <input
        aria-label="Name of the trigger"
        value={text}
        maxLength={200}
        spellCheck={false}
        onChange={(event) => setText(event.target.value.replace(/\s+/g, '-'))}
        onBlur={() => (text === '' ? setText(trigger.id) : onDone(text))}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
        className="min-w-0 rounded-mark bg-transparent text-16 font-strong outline-offset-2 [field-sizing:content] hover:bg-hover"
      />
      <Pencil className="size-3.5 text-ink-3 opacity-0" strokeWidth={1.75} aria-hidden />
    </span>
  );
}

const typing = (): boolean => {
  const at = document.activeElement;
  return at instanceof HTMLElement && (at.isContentEditable || /^(INPUT|TEXTAREA)$/.test(at.tagName));
};
