'use client';
import { Monitor, Moon, Sun } from 'lucide-react';
import { IconButton } from '#components/ui/icon-button.tsx';
import { MenuChoice } from '#components/ui/menu-choice.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { setTheme, useTheme } from './theme.ts';

/** Chooses the look: system, light, dark. */
export function ThemeButton() {
  const theme = useTheme();
  const icon =
    theme === 'light' ? (
      <Sun strokeWidth={1.75} />
    ) : theme === 'dark' ? (
      <Moon strokeWidth={1.75} />
    ) : (
      <Monitor strokeWidth={1.75} />
    );
  return (
    <Menu side="top" trigger={<IconButton label="Theme" icon={icon} />}>
      <MenuChoice
        label="Theme"
        value={theme}
        onChange={setTheme}
        options={[
          { value: 'system', label: 'As the system says', icon: <Monitor strokeWidth={1.75} /> },
          { value: 'light', label: 'Light', icon: <Sun strokeWidth={1.75} /> },
          { value: 'dark', label: 'Dark', icon: <Moon strokeWidth={1.75} /> },
        ]}
      />
    </Menu>
  );
}
