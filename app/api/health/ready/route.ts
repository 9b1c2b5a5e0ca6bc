import { handleReady } from '#server/api/http/handle-ready.ts';

export const dynamic = 'force-dynamic';
export { handleReady as GET };
