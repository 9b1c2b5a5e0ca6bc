import type { Person } from '#server/auth/person.ts';
import type { WebProcess } from '#server/boot/web.ts';

/** What every procedure gets: the process's open parts, who asks, and when. */
export interface ApiContext {
  web: WebProcess;
  person: Person | null;
  /** ms since the epoch, once per request. */
  at: number;
  /** The request's headers. */
  headers: Headers;
  /** Headers of the answer, for cookies; missing when a test calls. */
  answerHeaders?: Headers;
}
