import { webProcess } from '#server/boot/web.ts';

/** 200 when database and engine answer, else 503; says which of them does not, nothing else. */
export async function handleReady(): Promise<Response> {
  const parts = { database: false, engine: false };
  try {
    const { store, engine } = await webProcess();
    [parts.database, parts.engine] = await Promise.all([
      store.ping().then(
        () => true,
        () => false,
      ),
      engine.status().then(
        () => true,
        () => false,
      ),
    ]);
  } catch {
    // Not opened yet: both stay false.
  }
  const ready = parts.database && parts.engine;
  return Response.json(
    { status: ready ? 'ready' : 'not-ready', ...parts },
    { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}
