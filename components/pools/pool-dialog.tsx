'use client';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormError } from '#components/ui/form-error.tsx';
import { Input } from '#components/ui/input.tsx';
import { Switch } from '#components/ui/switch.tsx';
import type { PoolItem } from './pool-item.ts';

const mostSlots = 1_000_000;

/** Makes a pool (`pool` null, or one that is only asked for), or changes one. */
export function PoolDialog(props: {
  pool: PoolItem | null;
  /** Names that are in use. */
  taken: ReadonlySet<string>;
  busy: boolean;
  error: string | undefined;
  onClose: () => void;
  onSave: (pool: { name: string; slots: number; description: string }) => void;
}) {
  const { pool } = props;
  const [name, setName] = useState(pool?.name ?? '');
  const [slots, setSlots] = useState(pool?.known && pool.slots >= 0 ? String(pool.slots) : '4');
  const [endless, setEndless] = useState(pool !== null && pool.slots < 0);
  const [description, setDescription] = useState(pool?.description ?? '');
  const [tried, setTried] = useState(false);
  const count = Number(slots);
  const trimmed = name.trim();
  const wrongName =
    trimmed === ''
      ? 'A pool needs a name. Tasks ask for it by that.'
      : !pool && props.taken.has(trimmed)
        ? 'There is a pool of this name. Change that one, or choose another name.'
        : undefined;
  const wrongSlots =
    !endless && !(/^\d+$/.test(slots.trim()) && count <= mostSlots)
      ? `A whole number from 0 to ${mostSlots.toLocaleString('en')}. With 0 nothing starts.`
      : undefined;
  const save = () => {
    setTried(true);
    if (!wrongName && !wrongSlots) props.onSave({ name: trimmed, slots: endless ? -1 : count, description: description.trim() });
  };
  const fewer = pool?.known && !endless && !wrongSlots && count < pool.used;
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : props.onClose())}
      title={pool?.known ? `Change ${pool.name}` : 'New pool'}
      description="It holds from the moment it is saved; what waits for room starts at once."
      footer={
        <>
          <Button onClick={props.onClose}>{pool?.known ? 'Leave as it is' : 'Make none'}</Button>
          <Button look="primary" busy={props.busy} onClick={save}>
            {pool?.known ? 'Save' : 'Make the pool'}
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {pool ? null : (
          <Field label="Name" error={tried ? wrongName : undefined}>
            <Input autoFocus value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />
          </Field>
        )}
        <Field
          label="Slots"
          note="tasks at a time"
          error={tried ? wrongSlots : undefined}
          help={fewer ? `${pool.used} are in use: nothing starts until enough have ended.` : undefined}
        >
          <Input
            inputMode="numeric"
            value={endless ? '' : slots}
            placeholder={endless ? 'no limit' : undefined}
            readOnly={endless}
            onChange={(event) => setSlots(event.target.value)}
          />
        </Field>
        <label className="flex items-center gap-2">
          <Switch checked={endless} onChange={setEndless} />
          <span>No limit</span>
        </label>
        <Field label="What it protects" note="optional">
          <Input value={description} maxLength={2000} onChange={(event) => setDescription(event.target.value)} />
        </Field>
        {props.error ? <FormError>{props.error}</FormError> : null}
      </form>
    </Dialog>
  );
}
