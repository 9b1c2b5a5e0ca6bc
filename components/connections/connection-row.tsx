'use client';
import { Ellipsis, KeyRound, SquarePen, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { Button } from '#components/ui/button.tsx';
import { cx } from '#components/ui/cx.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import { MenuItem } from '#components/ui/menu-item.tsx';
import { MenuLine } from '#components/ui/menu-line.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { Time } from '#components/ui/time.tsx';
import { connectionColumns } from './connection-columns.ts';
import type { ConnectionItem } from './connection-item.ts';
import { TestResult } from './test-result.tsx';

const icon = { strokeWidth: 1.75 } as const;

/** Where it leads, without what every connection of the type has. */
const placeOf = ({ host, settings }: ConnectionItem): string =>
  host?.replace(/^(postgresql|smtp):\/\//, '') ?? (typeof settings.file === 'string' ? settings.file : '');

/** One connection: a line of 36 px, on a phone two lines. Its name opens it. */
export function ConnectionRow(props: {
  connection: ConnectionItem;
  title: string;
  rowIndex: number;
  testing: boolean;
  onOpen: () => void;
  onTest: () => void;
  onRemove: () => void;
}) {
  const { connection, testing } = props;
  const { usedBy, lastTest } = connection;
  const secret = Object.keys(connection.hasSecret).length > 0;
  return (
    <div
      role="row"
      aria-rowindex={props.rowIndex}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest('a,button')) return;
        props.onOpen();
      }}
      className={cx(
        connectionColumns,
        'min-h-9 cursor-pointer border-b border-line py-1 hover:bg-hover has-[button[data-name]:focus-visible]:bg-accent-soft',
        'max-sm:grid-cols-[minmax(0,1fr)_auto] max-sm:gap-x-3 max-sm:px-4 max-sm:py-2',
      )}
    >
      <span role="gridcell" className="flex min-w-0 items-center gap-1.5 pl-6 max-xl:pl-4 max-sm:pl-0">
        <button
          type="button"
          data-name
          onClick={props.onOpen}
          className="truncate text-left font-strong hover:underline hover:underline-offset-3 focus-visible:outline-0"
        >
          {connection.name}
        </button>
        {secret ? (
          <KeyRound className="size-3.5 shrink-0 text-ink-3" strokeWidth={1.75} role="img" aria-label="holds a secret" />
        ) : null}
      </span>
      <span role="gridcell" className="truncate px-2 text-12 text-ink-2 max-sm:hidden">
        {props.title}
      </span>
      <span
        role="gridcell"
        className="truncate px-2 font-mono text-11 text-ink-2 max-sm:col-start-1 max-sm:row-start-2 max-sm:px-0"
        title={placeOf(connection)}
      >
        {placeOf(connection)}
      </span>
      <span role="gridcell" className="truncate px-2 text-12 max-lg:hidden">
        {usedBy.length === 0 ? (
          <span className="text-ink-3">not used</span>
        ) : (
          usedBy.map(({ workflowId, name, places }, i) => (
            <span key={workflowId}>
              {i > 0 ? ', ' : ''}
              <Link className="link" href={`/workflows/${encodeURIComponent(workflowId)}`} title={places.join(', ')}>
                {name}
              </Link>
            </span>
          ))
        )}
      </span>
      <span
        role="gridcell"
        className="min-w-0 px-2 max-sm:col-span-2 max-sm:col-start-1 max-sm:row-start-3 max-sm:px-0"
        title={lastTest?.message}
      >
        <TestResult test={lastTest} busy={testing} className="[&>span]:truncate">
          <span className="text-ink-3">not tested</span>
        </TestResult>
        {lastTest && !testing ? (
          <span className="block pl-5 text-11 text-ink-3">
            <Time at={lastTest.at} relative="only" />
          </span>
        ) : null}
      </span>
      <span
        role="gridcell"
        className="flex items-center justify-end gap-1 pr-4 max-sm:col-start-2 max-sm:row-span-2 max-sm:row-start-1 max-sm:pr-0"
      >
        <Button size="sm" busy={testing} onClick={props.onTest} aria-label={`Test ${connection.name}`}>
          Test
        </Button>
        <Menu trigger={<IconButton size="sm" label={`More about ${connection.name}`} icon={<Ellipsis {...icon} />} />}>
          <MenuItem icon={<SquarePen {...icon} />} onSelect={props.onOpen}>
            Change
          </MenuItem>
          <MenuLine />
          <MenuItem icon={<Trash2 {...icon} />} danger onSelect={props.onRemove}>
            Delete
          </MenuItem>
        </Menu>
      </span>
    </div>
  );
}
