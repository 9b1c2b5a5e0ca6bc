import { handleArtifact } from '#server/api/http/handle-artifact.ts';

export const dynamic = 'force-dynamic';

/** The file with this id, as a download. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return handleArtifact(request, (await params).id);
}
