/** Asks the server for a session. A sentence says why there is none. */
export async function signIn(email: string, password: string): Promise<{ ok: true } | { ok: false; problem: string }> {
  const answer = await fetch('/api/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  }).catch(() => null);
  if (!answer) return { ok: false, problem: 'The server does not answer. Is Drawloom still running?' };
  if (answer.ok) return { ok: true };
  if (answer.status === 429) return { ok: false, problem: 'Too many tries. Wait a minute, then try again.' };
  if (answer.status === 400 || answer.status === 401)
    return { ok: false, problem: 'E-mail and password do not belong together.' };
  return { ok: false, problem: `The server could not sign you in (${answer.status}). Its log says why.` };
}
