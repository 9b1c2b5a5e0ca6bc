'use client';
import { Eye, EyeOff } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';

/** A password that can be looked at while it is typed. */
export function PasswordField(props: {
  value: string;
  onChange: (value: string) => void;
  error?: string;
  help?: ReactNode;
  autoComplete: 'current-password' | 'new-password';
}) {
  const [shown, setShown] = useState(false);
  return (
    <Field label="Password" error={props.error} help={props.help}>
      <Input
        name="password"
        type={shown ? 'text' : 'password'}
        value={props.value}
        onValueChange={props.onChange}
        autoComplete={props.autoComplete}
        required
        after={
          <button
            type="button"
            aria-label={shown ? 'Hide what is typed' : 'Show what is typed'}
            onClick={() => setShown(!shown)}
            className="-mr-1 grid size-6 place-items-center rounded-chip hover:bg-hover hover:text-ink"
          >
            {shown ? <EyeOff className="size-4" strokeWidth={1.75} /> : <Eye className="size-4" strokeWidth={1.75} />}
          </button>
        }
      />
    </Field>
  );
}
