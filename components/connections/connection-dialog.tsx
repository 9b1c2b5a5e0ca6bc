'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { FieldHint } from '#domain/definition/schema/manifest.ts';
import { useTRPC } from '#components/data/trpc.ts';
import { SchemaForm } from '#components/forms/schema-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormError } from '#components/ui/form-error.tsx';
import { Input } from '#components/ui/input.tsx';
import { Select } from '#components/ui/select.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { toast } from '#components/ui/toast.ts';
import type { ConnectionItem, ConnectionKindItem } from './connection-item.ts';
import { formProblems } from './form-problems.ts';
import { nameFault } from './name-fault.ts';
import { TestResult } from './test-result.tsx';

export interface ConnectionDialogProps {
  /** The one to change; missing: a new one. */
  connection?: ConnectionItem;
  /** Kinds that a new one may be; all when null. */
  types?: readonly string[] | null;
  onClose: () => void;
  onSaved?: (name: string) => void;
}

/** Hints with what is kept said in place of each secret: it is never filled in. */
function hintsFor(kind: ConnectionKindItem, connection: ConnectionItem | undefined): Record<string, FieldHint> {
  if (!connection) return kind.hints;
  return Object.fromEntries(
    Object.entries(kind.hints).map(([field, hint]) => [
      field,
      connection.hasSecret[field] ? { ...hint, placeholder: 'Kept; type to replace it' } : hint,
    ]),
  );
}

/** Makes or changes a connection: its name, and a form made from the schema of its type. It can be tried before it is saved. */
export function ConnectionDialog(props: ConnectionDialogProps) {
  const { connection } = props;
  const trpc = useTRPC();
  const cache = useQueryClient();
  const known = useQuery(trpc.connections.types.queryOptions(undefined, { staleTime: Infinity }));
  const types = useMemo(
    () => known.data?.filter(({ type }) => connection !== undefined || !props.types || props.types.includes(type)) ?? [],
    [known.data, props.types, connection],
  );
  const [chosen, setChosen] = useState(connection?.type ?? null);
  const kind = types.find(({ type }) => type === (chosen ?? types[0]?.type));
  const [name, setName] = useState(connection?.name ?? '');
  const [settings, setSettings] = useState<JsonObject>(connection?.settings ?? {});
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const done = (): void => {
    void cache.invalidateQueries({ queryKey: trpc.connections.list.queryKey() });
    props.onSaved?.(name.trim());
    props.onClose();
  };
  const create = useMutation(trpc.connections.create.mutationOptions({ onSuccess: done }));
  const update = useMutation(
    trpc.connections.update.mutationOptions({
      onSuccess: ({ secretVoided }) => {
        if (secretVoided)
          toast({ title: 'The secret is void.', body: 'It belonged to the host before. Type it again for the new one.' });
        done();
      },
    }),
  );
  const test = useMutation(trpc.connections.test.mutationOptions());
  const saving = connection ? update : create;
  const error = saving.error ?? test.error;
  const problems = formProblems(error);
  const nameProblem = (tried ? nameFault(name) : undefined) ?? problems.find(({ pointer }) => pointer === '/name')?.message;
  const uses = connection?.usedBy.reduce((sum, { places }) => sum + places.length, 0) ?? 0;
  const renamed = connection !== undefined && name.trim() !== connection.name && uses > 0;
  const changed = connection === undefined || JSON.stringify(settings) !== JSON.stringify(connection.settings);
  const touch = (): void => {
    create.reset();
    update.reset();
    test.reset();
  };
  const save = (): void => {
    if (!kind) return;
    touch();
    setTried(true);
    if (nameFault(name) !== undefined) {
      form.current?.querySelector<HTMLElement>('[name=name]')?.focus();
      return;
    }
    if (connection) update.mutate({ id: connection.id, revision: connection.revision, name: name.trim(), settings });
    else create.mutate({ name: name.trim(), type: kind.type, settings: { ...kind.defaults, ...settings } });
  };
  const tryIt = (): void => {
    if (!kind) return;
    saving.reset();
    if (connection && !changed)
      test.mutate(
        { id: connection.id },
        { onSuccess: () => void cache.invalidateQueries({ queryKey: trpc.connections.list.queryKey() }) },
      );
    else test.mutate({ type: kind.type, settings, ...(connection ? { changes: connection.id } : {}) });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={connection ? connection.name : 'New connection'}
      description={kind?.description}
      width={460}
      footer={
        <>
          <Button className="mr-auto" busy={test.isPending} onClick={tryIt}>
            {test.isPending ? 'Connecting…' : 'Test'}
          </Button>
          <Button look="quiet" onClick={props.onClose}>
            Cancel
          </Button>
          <Button look="primary" busy={saving.isPending} onClick={save}>
            {connection ? 'Save' : 'Create'}
          </Button>
        </>
      }
    >
      {kind === undefined ? (
        <Skeleton rows={5} />
      ) : (
        <form
          ref={form}
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          {connection || types.length === 1 ? null : (
            <Field label="Type">
              <Select
                value={kind.type}
                options={types.map(({ type, title }) => ({ value: type, label: title }))}
                onChange={(type) => {
                  setChosen(type);
                  setSettings({});
                  touch();
                }}
              />
            </Field>
          )}
          <Field
            label="Name"
            error={nameProblem}
            help={
              renamed
                ? `${uses} ${uses === 1 ? 'place names' : 'places name'} it ${connection.name}. Change them too.`
                : 'Tasks name it so: letters, digits, "_", "." and "-".'
            }
          >
            <Input
              name="name"
              value={name}
              placeholder="shop"
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => {
                setName(event.target.value);
                touch();
              }}
            />
          </Field>
          <SchemaForm
            schema={kind.schema}
            hints={hintsFor(kind, connection)}
            value={settings}
            templates={false}
            problems={problems}
            onChange={(next) => {
              setSettings(next);
              touch();
            }}
          />
          {/* Enter in a field saves. */}
          <button type="submit" hidden />
          {test.isIdle ? null : (
            <TestResult className="sticky -bottom-4 -mx-5 bg-surface px-5 py-2" test={test.data ?? null} busy={test.isPending} />
          )}
          {error && problems.length === 0 ? <FormError>{error.message}</FormError> : null}
        </form>
      )}
    </Dialog>
  );
}
