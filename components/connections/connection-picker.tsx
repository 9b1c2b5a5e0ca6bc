'use client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '#components/data/trpc.ts';
import type { ConnectionPickerProps } from '#components/forms/connection-slot.ts';
import { Button } from '#components/ui/button.tsx';
import { Select } from '#components/ui/select.tsx';
import { ConnectionDialog } from './connection-dialog.tsx';
import { TestResult } from './test-result.tsx';

const nothing = ' none';

/** The choice of a connection of the right type, with a way to try it and to make a new one. */
export function ConnectionPicker(props: ConnectionPickerProps) {
  const { value, types } = props;
  const trpc = useTRPC();
  const list = useQuery(trpc.connections.list.queryOptions());
  const test = useMutation(trpc.connections.test.mutationOptions());
  const [making, setMaking] = useState(false);
  const fitting = list.data?.filter(({ type }) => types === null || types.includes(type)) ?? [];
  const chosen = fitting.find(({ name }) => name === value);
  const other = list.data?.find(({ name }) => name === value);
  const options = [
    ...(props.required ? [] : [{ value: nothing, label: 'None' }]),
    ...fitting.map(({ name, host }) => ({ value: name, label: name, ...(host ? { note: host } : {}) })),
    // What the config says is shown, whatever became of it.
    ...(value !== '' && !chosen ? [{ value, label: value, note: other ? `is of type ${other.type}` : 'is not there' }] : []),
  ];
  if (props.readOnly) return <p className="text-13">{value === '' ? 'None' : value}</p>;
  return (
    <div aria-labelledby={props.label} aria-describedby={props.describedBy} role="group">
      <div className="flex items-center gap-1.5">
        <span className="min-w-0 flex-1">
          <Select
            label="Connection"
            value={value === '' ? (props.required ? null : nothing) : value}
            options={options}
            placeholder="Choose a connection"
            onChange={(next) => {
              test.reset();
              props.onChange(next === nothing ? '' : next);
            }}
          />
        </span>
        {chosen ? (
          <Button busy={test.isPending} onClick={() => test.mutate({ id: chosen.id })}>
            Test
          </Button>
        ) : null}
        <Button onClick={() => setMaking(true)}>New</Button>
      </div>
      {list.data && value !== '' && !chosen ? (
        <p className="mt-1 text-12 text-st-failed-text">
          {other
            ? `The connection ${value} is of type ${other.type}. Choose one of type ${types?.join(' or ')}.`
            : `There is no connection ${value}. Make it, or choose another.`}
        </p>
      ) : null}
      {test.isIdle ? null : test.error ? (
        <p className="mt-1 text-12 text-st-failed-text">{test.error.message}</p>
      ) : (
        <TestResult className="mt-1" test={test.data ?? null} busy={test.isPending} />
      )}
      {making ? (
        <ConnectionDialog
          types={types}
          onClose={() => setMaking(false)}
          onSaved={(name) => {
            test.reset();
            props.onChange(name);
          }}
        />
      ) : null}
    </div>
  );
}
