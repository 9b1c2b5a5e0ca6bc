'use client';
import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { MenuItem } from '#components/ui/menu-item.tsx';
import { Menu } from '#components/ui/menu.tsx';

/** Puts `tag:daily` or `owner:"Mara Lind"` into the search; each with how many it would show. */
export function FilterMenu(props: {
  label: string;
  icon: ReactNode;
  filter: string;
  values: string[];
  search: string;
  onSearch: (search: string) => void;
  className?: string;
}) {
  const counts = new Map<string, number>();
  for (const value of props.values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const entries = [...counts].sort((a, b) => a[0].localeCompare(b[0]));
  const token = (value: string) => `${props.filter}:${/\s/.test(value) ? `"${value}"` : value}`;
  return (
    <Menu
      align="start"
      trigger={
        <Button look="quiet" icon={props.icon} className={props.className}>
          {props.label}
        </Button>
      }
    >
      {entries.length === 0 ? <p className="px-2 py-1.5 text-12 text-ink-3">None is used yet.</p> : null}
      {entries.map(([value, count]) => {
        const on = props.search.includes(token(value));
        return (
          <MenuItem
            key={value}
            onSelect={() =>
              props.onSearch(
                on
                  ? props.search.replace(token(value), '').replace(/\s+/g, ' ').trim()
                  : `${props.search} ${token(value)}`.trim(),
              )
            }
          >
            <span className="flex justify-between gap-6">
              <span className={on ? 'font-strong' : undefined}>{value}</span>
              <span className="num text-ink-3">{count}</span>
            </span>
          </MenuItem>
        );
      })}
    </Menu>
  );
}
