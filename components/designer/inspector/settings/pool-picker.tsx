import { useQuery } from '@tanstack/react-query';
import type { Task } from '#domain/definition/schema/workflow.ts';
import { useTRPC } from '#components/data/trpc.ts';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { CountField } from './count-field.tsx';

const presetName = 'default';

/** Which pool a task takes its slots from, out of those that exist, and how many. The default pool with one slot is written as nothing. */
export function PoolPicker({
  pool,
  keepsPreset = false,
  onChange,
}: {
  pool: Task['pool'];
  /** The default pool is written too: something else would hold otherwise. */
  keepsPreset?: boolean;
  onChange: (pool: Task['pool']) => void;
}) {
  const pools = useQuery(useTRPC().pools.list.queryOptions()).data ?? [];
  const name = pool?.name ?? presetName;
  const slots = pool?.slots ?? 1;
  const chosen = pools.find((one) => one.name === name);
  const missing = pools.length > 0 && !chosen?.known;
  const names = [...new Set([presetName, ...pools.filter(({ known }) => known).map((one) => one.name), name])];
  const set = (next: { name: string; slots: number }) =>
    onChange(!keepsPreset && next.name === presetName && next.slots === 1 ? undefined : next);
  const tooMany = chosen?.known && chosen.slots >= 0 && slots > chosen.slots;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_120px] gap-2">
      <Field
        label="Pool"
        help={
          missing
            ? undefined
            : tooMany
              ? `It has ${chosen.slots} slots; this task would wait for ever.`
              : 'Tasks of one pool share its slots.'
        }
        error={missing ? 'There is no such pool here. Make it under Pools, or choose another.' : undefined}
      >
        <Select
          label="Pool"
          value={name}
          options={names.map((each) => {
            const one = pools.find((p) => p.name === each);
            return {
              value: each,
              label: each,
              ...(one?.known ? { note: one.slots < 0 ? 'no limit' : `${one.slots} slots` } : {}),
            };
          })}
          onChange={(next) => set({ name: next, slots })}
        />
      </Field>
      <CountField
        label="Slots it takes"
        after=""
        value={slots}
        whole
        least={1}
        onChange={(next) => set({ name, slots: next ?? 1 })}
      />
    </div>
  );
}
