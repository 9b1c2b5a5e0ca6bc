import type { Role } from './role.ts';

/** Who asks, as the session says and nothing else (R8). */
export interface Person {
  id: string;
  name: string;
  email: string;
  role: Role;
  /** IANA zone that instants are shown in; null: the browser's. */
  timezone: string | null;
  /** Id of the session, never its token. */
  sessionId: string;
}
