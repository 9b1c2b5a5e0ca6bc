'use client';
import { useState, type FormEvent } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { ProblemGlyph } from '#components/ui/problem-glyph.tsx';
import { EntryFrame } from './entry-frame.tsx';
import { PasswordField } from './password-field.tsx';
import { signIn } from './sign-in.ts';

/** E-mail and password; goes on to `from`, a path of our own. */
export function SignInForm({ from }: { from: string }) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (!email.trim() || !password) {
      setProblem('Both e-mail and password are needed.');
      return;
    }
    setBusy(true);
    setProblem(null);
    const answer = await signIn(email.trim(), password);
    if (answer.ok) location.assign(from);
    else {
      setBusy(false);
      setProblem(answer.problem);
    }
  };
  return (
    <EntryFrame title="Sign in" lead="To the workflows of this install.">
      <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-3">
        <Field label="E-mail">
          <Input name="email" type="email" value={email} onValueChange={setEmail} autoComplete="username" autoFocus required />
        </Field>
        <PasswordField value={password} onChange={setPassword} autoComplete="current-password" />
        {problem ? (
          <p role="alert" className="flex gap-1.5 text-12 text-st-failed-text">
            <ProblemGlyph level="error" size={12} hidden className="mt-0.5" />
            {problem}
          </p>
        ) : null}
        <Button type="submit" look="primary" size="lg" busy={busy} className="mt-1 max-sm:h-11">
          {busy ? 'Signing in…' : 'Sign in'}
        </Button>
      </form>
    </EntryFrame>
  );
}
