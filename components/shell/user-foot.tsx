'use client';
import { Avatar } from '#components/ui/avatar.tsx';
import { useNow } from '#components/ui/use-now.ts';
import { useZone } from '#components/ui/zone.tsx';
import { usePerson } from './person.tsx';
import { ThemeButton } from './theme-button.tsx';
import { UserMenu } from './user-menu.tsx';
import { zoneWords } from './zone-words.ts';

/** Foot of the side bar: who is signed in, in which zone times are written, the look. */
export function UserFoot() {
  const person = usePerson();
  const zone = useZone();
  const now = useNow(60_000);
  const words = zoneWords(zone, now);
  return (
    <div className="mt-auto flex items-center gap-1 border-t border-line pt-2">
      <UserMenu
        side="top"
        align="start"
        trigger={
          <button
            type="button"
            className="flex min-w-0 flex-1 items-center gap-2 rounded-chip px-1 py-1 text-left text-12 hover:bg-hover data-popup-open:bg-active"
          >
            <Avatar name={person.name} hidden />
            <span className="min-w-0">
              <span className="block truncate">{person.name}</span>
              <span className="block truncate text-ink-3" suppressHydrationWarning>
                {words.place}
                {words.offset ? <span className="max-xl:hidden"> ({words.offset})</span> : null}
              </span>
            </span>
          </button>
        }
      />
      <ThemeButton />
    </div>
  );
}
