'use client';
import { Copy } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { Json } from '#domain/definition/schema/json.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Segments } from '#components/ui/segments.tsx';
import { asTable } from './as-table.ts';
import { copyText } from './copy-text.ts';
import { JsonTable } from './json-table.tsx';
import { JsonTree } from './json-tree.tsx';

type Look = 'table' | 'tree' | 'raw';

/** A JSON value as table (when it is one), tree or text. */
export function DataView({ title, value, note, tools }: { title: ReactNode; value: Json; note?: ReactNode; tools?: ReactNode }) {
  const table = useMemo(() => asTable(value), [value]);
  const [wanted, setWanted] = useState<Look | null>(null);
  const look: Look = wanted === 'table' && !table ? 'tree' : (wanted ?? (table ? 'table' : 'tree'));
  const raw = useMemo(() => JSON.stringify(value, null, 2), [value]);
  return (
    <section className="mb-4">
      <div className="mb-1.5 flex min-h-7 flex-wrap items-center gap-x-2">
        {title === null ? null : <h3 className="max-w-full truncate text-12 font-strong">{title}</h3>}
        {note ? <span className="max-w-full truncate text-12 text-ink-3">{note}</span> : null}
        <span className="flex-1" />
        <Segments
          label="Look"
          size="sm"
          value={look}
          onChange={setWanted}
          options={[
            ...(table ? [{ value: 'table' as const, label: 'Table' }] : []),
            { value: 'tree', label: 'Tree' },
            { value: 'raw', label: 'Raw' },
          ]}
        />
        {tools}
        <IconButton size="sm" label="Copy" icon={<Copy strokeWidth={1.75} />} onClick={() => void copyText(raw, 'Copied.')} />
      </div>
      {look === 'table' && table ? (
        <>
          {Object.keys(table.rest).length === 0 ? null : (
            <div className="mb-2" role="group" aria-label="Beside the rows">
              <JsonTree value={table.rest} />
            </div>
          )}
          <JsonTable table={table} />
        </>
      ) : look === 'tree' ? (
        <JsonTree value={value} />
      ) : (
        <pre
          className="scroll max-h-[60vh] rounded-control border border-line bg-code-bg p-2 font-mono text-11 leading-[18px] whitespace-pre-wrap"
          tabIndex={0}
        >
          {raw}
        </pre>
      )}
    </section>
  );
}
