import { handleInvariants } from '#server/api/http/handle-invariants.ts';

export const dynamic = 'force-dynamic';
export { handleInvariants as GET };
