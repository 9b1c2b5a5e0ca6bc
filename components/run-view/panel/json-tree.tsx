'use client';
import { ChevronRight } from 'lucide-react';
import { use, useState, type ReactNode } from 'react';
import { memberPath } from '#domain/expression/member-path.ts';
import type { Json } from '#domain/definition/schema/json.ts';
import { cx } from '#components/ui/cx.ts';
import { DataPathContext } from './data-path.ts';

/** Children shown at once; the rest on demand. */
const page = 100;

function Leaf({ value }: { value: Json }) {
  if (typeof value === 'string')
    return value.includes('\n') ? (
      <pre className="my-0.5 rounded-chip border border-line bg-code-bg px-2 py-1 font-mono text-11 leading-[18px] whitespace-pre-wrap text-ink">
        {value}
      </pre>
    ) : (
      <span className="[overflow-wrap:anywhere] text-ansi-green">{JSON.stringify(value)}</span>
    );
  if (typeof value === 'number') return <span className="num text-ansi-magenta">{String(value)}</span>;
  return <span className="text-ansi-blue">{String(value)}</span>;
}

function Node({ name, value, depth, path }: { name: string | null; value: Json; depth: number; path: string | null }) {
  const Handle = use(DataPathContext)?.Handle;
  const taken = (row: ReactNode): ReactNode => (Handle && path !== null ? <Handle path={path}>{row}</Handle> : row);
  const inside: [string, Json][] = Array.isArray(value)
    ? value.map((v, i) => [String(i), v])
    : typeof value === 'object' && value !== null
      ? Object.entries(value)
      : [];
  const branch = typeof value === 'object' && value !== null;
  const [open, setOpen] = useState(depth < 2 && inside.length <= page);
  const [shown, setShown] = useState(page);
  const label = name === null ? null : <span className="text-ink-2">{name}: </span>;
  if (!branch)
    return (
      <li className="pl-5">
        {taken(
          <>
            {label}
            <Leaf value={value} />
          </>,
        )}
      </li>
    );
  return (
    <li>
      {taken(
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="flex items-center gap-1 rounded-chip pr-1 text-left hover:bg-hover"
        >
          <ChevronRight className={cx('size-3.5 text-ink-3', open && 'rotate-90')} strokeWidth={1.75} aria-hidden />
          {label}
          <span className="text-ink-3">
            {Array.isArray(value)
              ? `list of ${inside.length}`
              : inside.length === 0
                ? 'nothing inside'
                : `${inside.length} ${inside.length === 1 ? 'field' : 'fields'}`}
          </span>
        </button>,
      )}
      {open ? (
        <ul className="ml-[7px] border-l border-line pl-2">
          {inside.slice(0, shown).map(([key, child]) => (
            <Node
              key={key}
              name={key}
              value={child}
              depth={depth + 1}
              path={path === null ? null : memberPath(path, Array.isArray(value) ? Number(key) : key)}
            />
          ))}
          {inside.length > shown ? (
            <li className="pl-5">
              <button type="button" className="link" onClick={() => setShown(shown + page * 5)}>
                {inside.length - shown} more
              </button>
            </li>
          ) : null}
        </ul>
      ) : null}
    </li>
  );
}

/** A JSON value that folds. The first two levels are open. */
export function JsonTree({ value }: { value: Json }) {
  const path = use(DataPathContext)?.path ?? null;
  return (
    <ul className="font-mono text-11 leading-5">
      <Node name={null} value={value} depth={0} path={path} />
    </ul>
  );
}
