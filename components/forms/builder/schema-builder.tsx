import { Plus } from 'lucide-react';
import { use } from 'react';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { Button } from '#components/ui/button.tsx';
import { RenameSlot } from '../rename-slot.ts';
import { BuilderRow } from './builder-row.tsx';
import { schemaOfRows, schemaRows, type SchemaRow } from './schema-rows.ts';
import { useRowOrder } from './use-row-order.ts';

/** Builds the schema of an object field by field. `one`: what a field of it is called, `param` or `field`. */
export function SchemaBuilder(props: {
  schema: JsonObject;
  one: string;
  readOnly: boolean;
  onChange: (schema: JsonObject | undefined) => void;
}) {
  const { schema, one } = props;
  const rows = schemaRows(schema);
  const set = (next: readonly SchemaRow[]): void => {
    if (!props.readOnly) props.onChange(schemaOfRows(schema, next));
  };
  const { list, grip } = useRowOrder(rows.length, (from, to) => {
    const next = rows.toSpliced(from, 1);
    const row = rows[from];
    if (row !== undefined) set(next.toSpliced(to, 0, row));
  });
  const renamed = use(RenameSlot);
  const rename = (i: number, name: string): void => {
    const row = rows[i];
    if (row === undefined || props.readOnly) return;
    const next = rows.with(i, { ...row, name });
    const schemaThen = schemaOfRows(schema, next);
    if (renamed === null || schemaThen === undefined) set(next);
    else renamed(row.name, name, schemaThen);
  };
  const free = (): string => {
    for (let n = 1; ; n++) if (!rows.some(({ name }) => name === `${one}${n}`)) return `${one}${n}`;
  };
  return (
    <div ref={list} className="flex flex-col gap-2">
      {rows.map((row, i) => (
        <BuilderRow
          key={i}
          row={row}
          one={one}
          grip={grip(i)}
          taken={(name) => rows.some((other, k) => k !== i && other.name === name)}
          onChange={(next) => set(rows.with(i, next))}
          onRename={(name) => rename(i, name)}
          onRemove={() => set(rows.toSpliced(i, 1))}
        />
      ))}
      {props.readOnly ? null : (
        <Button
          size="sm"
          look="quiet"
          className="self-start px-1 text-accent-text"
          icon={<Plus strokeWidth={1.75} />}
          onClick={() => set([...rows, { name: free(), own: { type: 'string', default: '' }, required: false }])}
        >
          Add a {one}
        </Button>
      )}
    </div>
  );
}
