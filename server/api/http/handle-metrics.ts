import { createHash, timingSafeEqual } from 'node:crypto';
import { personOf } from '#server/auth/person-of.ts';
import { requirePermission } from '#server/auth/require-permission.ts';
import { webProcess } from '#server/boot/web.ts';
import { answerRefusal } from './answer-refusal.ts';

const digest = (text: string) => createHash('sha256').update(text).digest();
const gauge = (name: string, help: string, value: number) => `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${name} ${value}\n`;

/**
 * What Prometheus reads: what the engine measures, and this process. For whoever brings the metrics token, or a signed-in
 * admin. An engine that does not answer is told as `drawloom_engine_up 0`.
 */
export async function handleMetrics(request: Request): Promise<Response> {
  try {
    const { auth, config, engine } = await webProcess();
    if (!bringsToken(request.headers, config.metricsToken))
      requirePermission(await personOf(auth, request.headers), 'metrics.read');
    const engines = await engine.metrics().then(
      ({ text }) => text,
      () => null,
    );
    const text = [
      gauge('drawloom_engine_up', '1 when the engine answers.', engines === null ? 0 : 1),
      gauge('drawloom_web_resident_memory_bytes', 'Resident memory of the process of the pages.', process.memoryUsage.rss()),
      engines ?? '',
    ].join('');
    return new Response(text, {
      headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' },
    });
  } catch (error) {
    return answerRefusal(error);
  }
}

/** Both sides are hashed first, so that the comparison takes as long whatever was sent. */
function bringsToken(headers: Headers, token: string | null): boolean {
  const sent = headers.get('authorization');
  return token !== null && sent !== null && timingSafeEqual(digest(sent), digest(`Bearer ${token}`));
}
