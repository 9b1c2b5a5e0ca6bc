import type { Auth } from '#server/auth/create-auth.ts';
import type { Person } from '#server/auth/person.ts';
import { personOf } from '#server/auth/person-of.ts';

/** Sessions ended elsewhere (another process, the database) are noticed at the latest after this long. */
const checkMs = 10_000;

/**
 * A signal for a stream of this person: aborts with `request`, and as soon as their session ends (R16).
 * Call `close` when the stream is over.
 */
export function sessionSignal(auth: Auth, person: Person, headers: Headers, request: AbortSignal | undefined) {
  const ended = new AbortController();
  const end = () => ended.abort();
  const unwatch = auth.ends.watch(person.sessionId, end);
  const check = setInterval(() => {
    personOf(auth, headers).then(
      (now) => {
        if (now?.sessionId !== person.sessionId) end();
      },
      // The database is away: the stream itself will notice.
      () => {},
    );
  }, checkMs);
  check.unref();
  const signal = request ? AbortSignal.any([request, ended.signal]) : ended.signal;
  return {
    signal,
    /** True when the session, not the browser, ended the stream. */
    sessionEnded: () => ended.signal.aborted,
    close: () => {
      clearInterval(check);
      unwatch();
    },
  };
}
