'use client';
import { Clock, Compass, Keyboard, LogOut } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useBeginTour } from '#components/tour/use-begin-tour.ts';
import { MenuChoice } from '#components/ui/menu-choice.tsx';
import { MenuItem } from '#components/ui/menu-item.tsx';
import { MenuLine } from '#components/ui/menu-line.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { usePerson } from './person.tsx';
import { setShortcutsOpen } from './shortcuts-dialog.tsx';
import { signOut } from './sign-out.ts';
import { setTheme, useTheme } from './theme.ts';
import { ZoneDialog } from './zone-dialog.tsx';

/** What belongs to the person: zone, theme, keys, sign out. */
export function UserMenu(props: {
  trigger: ReactElement<Record<string, unknown>>;
  side?: 'top' | 'bottom';
  align?: 'start' | 'end';
}) {
  const person = usePerson();
  const beginTour = useBeginTour();
  const theme = useTheme();
  const [zoneOpen, setZoneOpen] = useState(false);
  return (
    <>
      <Menu trigger={props.trigger} side={props.side} align={props.align}>
        <div className="px-2 py-1.5">
          <div className="font-strong">{person.name}</div>
          <div className="text-12 text-ink-3">
            {person.email}, {person.role}
          </div>
        </div>
        <MenuLine />
        <MenuItem icon={<Clock strokeWidth={1.75} />} onSelect={() => setZoneOpen(true)}>
          Time zone…
        </MenuItem>
        <MenuItem icon={<Keyboard strokeWidth={1.75} />} keys="?" onSelect={() => setShortcutsOpen(true)}>
          Keys
        </MenuItem>
        <MenuItem icon={<Compass strokeWidth={1.75} />} onSelect={beginTour}>
          Take the tour
        </MenuItem>
        <MenuLine />
        <MenuChoice
          label="Theme"
          value={theme}
          onChange={setTheme}
          options={[
            { value: 'system', label: 'As the system says' },
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
          ]}
        />
        <MenuLine />
        <MenuItem icon={<LogOut strokeWidth={1.75} />} onSelect={() => void signOut()}>
          Sign out
        </MenuItem>
      </Menu>
      <ZoneDialog open={zoneOpen} onOpenChange={setZoneOpen} />
    </>
  );
}
