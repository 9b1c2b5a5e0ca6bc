'use client';
import type { inferRouterOutputs } from '@trpc/server';
import { Ellipsis } from 'lucide-react';
import type { AppRouter } from '#server/api/root.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Markdown } from '#components/ui/markdown.tsx';
import { MenuItem } from '#components/ui/menu-item.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { Time } from '#components/ui/time.tsx';

/** A note: who wrote it, when, about which task. */
export function NoteView(props: {
  note: inferRouterOutputs<AppRouter>['notes']['list'][number];
  /** Title of the task it is about, where that is not plain. */
  about: string | null;
  onEdit: () => void;
  onDelete: () => void;
}) {
  const { note } = props;
  return (
    <>
      <div className="mb-1 flex items-center gap-2 text-12 text-ink-3">
        <span className="min-w-0 flex-1 truncate">
          <span className="font-strong text-ink-2">{note.createdBy ?? 'somebody'}</span>
          {props.about ? `, about ${props.about}` : ''}, <Time at={note.createdAt} relative="only" />
          {note.revision > 1 ? ' (changed)' : ''}
        </span>
        {note.mine ? (
          <Menu trigger={<IconButton label="Acts on this note" icon={<Ellipsis strokeWidth={1.75} />} />}>
            <MenuItem onSelect={props.onEdit}>Change…</MenuItem>
            <MenuItem onSelect={props.onDelete}>Delete</MenuItem>
          </Menu>
        ) : null}
      </div>
      <Markdown text={note.text} />
    </>
  );
}
