import { headers } from 'next/headers';
import { personOf } from '#server/auth/person-of.ts';
import { webProcess } from '#server/boot/web.ts';
import { appRouter } from './root.ts';
import { createCallerFactory } from './trpc.ts';

const create = createCallerFactory(appRouter);

/** The API for pages that render on the server, as the person whose request it is; the same permissions hold. */
export async function apiCaller() {
  const [web, asked] = await Promise.all([webProcess(), headers()]);
  return create({ web, person: await personOf(web.auth, asked), at: Date.now(), headers: asked });
}
