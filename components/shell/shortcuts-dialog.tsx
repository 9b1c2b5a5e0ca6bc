'use client';
import { useSyncExternalStore } from 'react';
import { Compass } from 'lucide-react';
import { useBeginTour } from '#components/tour/use-begin-tour.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Kbd } from '#components/ui/kbd.tsx';
import { useShortcutGroups } from './shortcuts.ts';

let open = false;
const listeners = new Set<() => void>();

/** Shows or hides the list of keys. */
export function setShortcutsOpen(next: boolean): void {
  open = next;
  for (const listener of listeners) listener();
}

/** Every key that works on this page, opened by `?`. */
export function ShortcutsDialog() {
  const shown = useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => open,
    () => false,
  );
  const groups = useShortcutGroups();
  const beginTour = useBeginTour();
  return (
    <Dialog
      open={shown}
      onOpenChange={setShortcutsOpen}
      title="Keys"
      description="What works on this page."
      width={640}
      readOnly
      footer={
        <Button
          icon={<Compass strokeWidth={1.75} />}
          onClick={() => {
            setShortcutsOpen(false);
            beginTour();
          }}
        >
          Take the tour
        </Button>
      }
    >
      <div className="columns-2 gap-8 max-sm:columns-1">
        {groups.map((group) => (
          <section key={group.title} className="mb-4 break-inside-avoid">
            <h3 className="mb-1 text-12 text-ink-3">{group.title}</h3>
            <dl>
              {group.shortcuts.map((s) => (
                <div key={s.keys} className="flex min-h-7 items-center justify-between gap-3 border-b border-line py-1 leading-4">
                  <dt>{s.label}</dt>
                  <dd className="shrink-0">
                    <Kbd>{s.keys}</Kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
