import { handleAuth } from '#server/api/http/handle-auth.ts';

export const dynamic = 'force-dynamic';
export { handleAuth as GET, handleAuth as POST };
