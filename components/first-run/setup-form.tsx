'use client';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTRPC } from '#components/data/trpc.ts';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { ProblemGlyph } from '#components/ui/problem-glyph.tsx';
import { StatusGlyph } from '#components/ui/status-glyph.tsx';
import { EntryFrame } from './entry-frame.tsx';
import { PasswordField } from './password-field.tsx';
import { passwordRules } from './password-rules.ts';

/** First start: the person with the printed token makes the owner account and is signed in. */
export function SetupForm({ token }: { token: string }) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const create = useMutation(
    useTRPC().session.createOwner.mutationOptions({
      // The whole page anew: the session cookie is there only now.
      onSuccess: () => location.assign('/workflows'),
    }),
  );
  const problems = {
    name: name.trim() ? undefined : 'A name is missing. It stands beside what you do.',
    email: /^[^\s@]+@[^\s@]+$/.test(email.trim())
      ? undefined
      : email.trim() === ''
        ? 'An e-mail address is missing, such as mara@example.com. Nothing is sent to it.'
        : 'This is no e-mail address. Write one such as mara@example.com.',
    password: passwordRules.every((rule) => rule.holds(password, email))
      ? undefined
      : 'The password does not keep the rules below.',
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (problems.name || problems.email || problems.password || create.isPending) return;
    create.mutate({ token, name: name.trim(), email: email.trim(), password });
  };
  return (
    <EntryFrame
      title="Make the owner account"
      lead="It is the first account of this install and may do everything. It stays on this computer."
      foot={token ? 'The link you opened works once.' : undefined}
    >
      {token ? null : (
        <p role="alert" className="mb-4 flex gap-2 rounded-control border border-line bg-sunken p-3 text-12 text-ink-2">
          <ProblemGlyph level="warning" hidden className="mt-px" />
          <span>
            The link has no token. Open the whole address that <code className="font-mono">npm start</code> printed, with what
            stands after <code className="font-mono">?token=</code>.
          </span>
        </p>
      )}
      <form onSubmit={submit} noValidate className="flex flex-col gap-3">
        <Field label="Name" error={tried ? problems.name : undefined}>
          <Input name="name" value={name} onValueChange={setName} autoComplete="name" autoFocus required />
        </Field>
        <Field label="E-mail" error={tried ? problems.email : undefined}>
          <Input name="email" type="email" value={email} onValueChange={setEmail} autoComplete="username" required />
        </Field>
        <div>
          <PasswordField
            value={password}
            onChange={setPassword}
            autoComplete="new-password"
            error={tried ? problems.password : undefined}
          />
          <ul aria-label="Rules of the password" className="mt-2 flex flex-col gap-1 text-12 text-ink-2">
            {passwordRules.map((rule) => {
              const kept = password !== '' && rule.holds(password, email);
              return (
                <li key={rule.id} className="flex items-center gap-1.5">
                  <StatusGlyph status={kept ? 'success' : 'none'} size={12} hidden />
                  {rule.words}
                  <span className="sr-only">{kept ? ', kept' : ', not kept yet'}</span>
                </li>
              );
            })}
          </ul>
        </div>
        {create.error ? (
          <p role="alert" className="flex gap-1.5 text-12 text-st-failed-text">
            <ProblemGlyph level="error" size={12} hidden className="mt-0.5" />
            {create.error.message}
          </p>
        ) : null}
        <Button type="submit" look="primary" size="lg" busy={create.isPending || create.isSuccess} className="mt-1 max-sm:h-11">
          {create.isPending || create.isSuccess ? 'Creating…' : 'Create owner account'}
        </Button>
      </form>
    </EntryFrame>
  );
}
