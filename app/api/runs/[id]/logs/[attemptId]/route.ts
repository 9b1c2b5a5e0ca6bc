import { handleLog } from '#server/api/http/handle-log.ts';

export const dynamic = 'force-dynamic';

/** The log of this attempt, as a download. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string; attemptId: string }> },
): Promise<Response> {
  const { id, attemptId } = await params;
  return handleLog(request, decodeURIComponent(id), decodeURIComponent(attemptId));
}
