import { useState } from 'react';
import { Input } from '#components/ui/input.tsx';
import { readUtc } from './read-utc.ts';

const written = (at: number | undefined): string =>
  at === undefined ? '' : new Date(at).toISOString().slice(0, 16).replace('T', ' ');

/** An instant in UTC (ms since the epoch), written as everywhere: `2027-03-25 02:30`. Empty: none. What is no instant yet stays as typed. */
export function UtcCell({ value, onChange }: { value: number | undefined; onChange: (value: number | undefined) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? written(value);
  const wrong = text.trim() !== '' && readUtc(text) === null;
  return (
    <Input
      className="h-7 w-40 max-sm:h-7"
      mono
      placeholder="2027-03-25 02:30"
      autoComplete="off"
      value={text}
      aria-invalid={wrong}
      data-invalid={wrong || undefined}
      title={wrong ? 'Write it as 2027-03-25 02:30, in UTC.' : undefined}
      onBlur={() => wrong || setTyped(null)}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setTyped(next);
        const at = readUtc(next);
        if (at !== null || next.trim() === '') onChange(at ?? undefined);
      }}
    />
  );
}
