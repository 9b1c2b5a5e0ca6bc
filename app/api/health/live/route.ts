export const dynamic = 'force-dynamic';

/** Answers as long as the pages' process does; asks nobody. */
export function GET(): Response {
  return Response.json({ status: 'live' }, { headers: { 'cache-control': 'no-store' } });
}
