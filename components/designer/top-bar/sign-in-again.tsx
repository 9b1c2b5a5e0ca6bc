import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { tellSignedIn } from '#components/data/signed-in.ts';
import { PasswordField } from '#components/first-run/password-field.tsx';
import { signIn } from '#components/first-run/sign-in.ts';
import { usePerson } from '#components/shell/person.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { ProblemGlyph } from '#components/ui/problem-glyph.tsx';
import { useSaveState } from '../session/use-save-state.ts';
import { useSession } from '../session/workflow-session.ts';

/** The session ended in the middle of editing: signed in again in place, as the same person, nothing typed is lost. */
export function SignInAgain() {
  const state = useSaveState();
  return state.kind === 'signed-out' ? <Question /> : null;
}

function Question() {
  const { email } = usePerson();
  const { saver } = useSession();
  const cache = useQueryClient();
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [later, setLater] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || password === '') return;
    setBusy(true);
    const answer = await signIn(email, password);
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    tellSignedIn();
    saver.retry();
    void cache.invalidateQueries();
  };
  if (later)
    return (
      <Button className="fixed right-4 bottom-4 z-30" onClick={() => setLater(false)}>
        Sign in to save the draft
      </Button>
    );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && setLater(true)}
      width={400}
      title="Your session has ended"
      description="Your draft is kept here. Sign in to save it and go on."
    >
      <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-3">
        <p className="text-13">
          As <b className="font-strong">{email}</b>
        </p>
        <input type="email" name="email" value={email} autoComplete="username" readOnly hidden />
        <PasswordField value={password} onChange={setPassword} autoComplete="current-password" />
        {problem === null ? null : (
          <p role="alert" className="flex gap-1.5 text-12 text-st-failed-text">
            <ProblemGlyph level="error" size={12} hidden className="mt-0.5" />
            {problem}
          </p>
        )}
        <Button type="submit" look="primary" size="lg" busy={busy}>
          {busy ? 'Signing in…' : 'Sign in and save'}
        </Button>
      </form>
    </Dialog>
  );
}
