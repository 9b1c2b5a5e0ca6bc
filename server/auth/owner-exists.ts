import type { Auth } from './create-auth.ts';

/** Whether somebody can sign in: an account with a password, since a crash may have left a person without one. */
export async function ownerExists(auth: Auth): Promise<boolean> {
  const { adapter } = await auth.core.$context;
  return (await adapter.count({ model: 'account' })) > 0;
}
