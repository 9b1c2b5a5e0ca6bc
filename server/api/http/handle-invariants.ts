import { personOf } from '#server/auth/person-of.ts';
import { requirePermission } from '#server/auth/require-permission.ts';
import { webProcess } from '#server/boot/web.ts';
import { checkInvariants } from '#server/health/check-invariants.ts';
import { checkParts } from '#server/health/check-parts.ts';
import { answerRefusal } from './answer-refusal.ts';

/** The invariants, checked now: 200 when all hold, 500 when one is broken, 503 when nobody can say. */
export async function handleInvariants(request: Request): Promise<Response> {
  try {
    const web = await webProcess();
    requirePermission(await personOf(web.auth, request.headers), 'health.check');
    const report = await checkInvariants(checkParts(web), Date.now());
    return Response.json(report, { status: report.ok ? 200 : 500, headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    return answerRefusal(error);
  }
}
