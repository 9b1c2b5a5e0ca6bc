/** Roles, each with everything of those before it. The first owner is an admin. */
export const roles = ['viewer', 'runner', 'editor', 'editor+code', 'admin'] as const;
export type Role = (typeof roles)[number];

/** The role that is written in the database; one that is unknown (an older or newer release wrote it) may only look. */
export function asRole(text: string | null | undefined): Role {
  return roles.find((role) => role === text) ?? 'viewer';
}
