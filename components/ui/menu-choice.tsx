'use client';
import { Menu as Base } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';

/** One of several choices inside a Menu, with a tick at the one that holds. */
export function MenuChoice<T extends string>(props: {
  label: string;
  value: T;
  options: { value: T; label: ReactNode; icon?: ReactNode }[];
  onChange: (value: T) => void;
}) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2 py-1 text-11 text-ink-3">{props.label}</Base.GroupLabel>
      <Base.RadioGroup value={props.value} onValueChange={(value) => props.onChange(value as T)}>
        {props.options.map((o) => (
          <Base.RadioItem
            key={o.value}
            value={o.value}
            closeOnClick
            className="flex min-h-7 items-center gap-2 rounded-chip px-2 text-13 outline-0 select-none data-highlighted:bg-hover max-sm:min-h-11 [&_svg]:size-4"
          >
            <span className="text-ink-2">{o.icon}</span>
            <span className="flex-1 whitespace-nowrap">{o.label}</span>
            <span className="w-4 text-accent-text">
              <Base.RadioItemIndicator>
                <Check strokeWidth={2} />
              </Base.RadioItemIndicator>
            </span>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}
