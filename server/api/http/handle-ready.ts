import { webProcess } from '#server/boot/web.ts';

/** 200 when database and engine answer and the engine has its spawner, else 503; says which of them is missing, nothing else. */
export async function handleReady(): Promise<Response> {
  const parts = { database: false, engine: false, spawner: false };
  try {
    const { store, engine } = await webProcess();
    [parts.database] = await Promise.all([
      store.ping().then(
        () => true,
        () => false,
      ),
      engine.status().then(
        ({ spawner }) => {
          parts.engine = true;
          parts.spawner = spawner;
        },
        () => {},
      ),
    ]);
  } catch {
    // Not opened yet: all stay false.
  }
  const ready = parts.database && parts.engine && parts.spawner;
  return Response.json(
    { status: ready ? 'ready' : 'not-ready', ...parts },
    { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}
