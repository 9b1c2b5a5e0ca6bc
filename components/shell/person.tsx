'use client';
import { createContext, use, type ReactNode } from 'react';

/** Who is signed in, as far as the browser needs to know. */
export interface ShellPerson {
  id: string;
  name: string;
  email: string;
  role: string;
  /** IANA zone chosen by the person; null: the browser's. */
  timezone: string | null;
}

const PersonContext = createContext<ShellPerson | null>(null);

/** Makes the person known to everything below. */
export function PersonProvider({ person, children }: { person: ShellPerson; children: ReactNode }) {
  return <PersonContext value={person}>{children}</PersonContext>;
}

/** Who is signed in. Only inside AppFrame. */
export function usePerson(): ShellPerson {
  const person = use(PersonContext);
  if (!person) throw new Error('usePerson needs AppFrame around it');
  return person;
}
