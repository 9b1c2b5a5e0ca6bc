import { open } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { personOf } from '#server/auth/person-of.ts';
import { requirePermission } from '#server/auth/require-permission.ts';
import { webProcess } from '#server/boot/web.ts';
import { Refusal } from '#server/refusal.ts';
import { answerRefusal } from './answer-refusal.ts';
import { attachment } from './attachment.ts';

/** Download of a file that an attempt left: found by its id, never by a path, and never shown as a page of ours. */
export async function handleArtifact(request: Request, id: string): Promise<Response> {
  try {
    const { auth, store, config } = await webProcess();
    requirePermission(await personOf(auth, request.headers), 'artifacts.read');
    const artifact = await store.runs.artifact(id);
    // The id is one of ours (the row was found), so it names a file and no way out of the folder.
    const file = artifact && path.join(config.dataDir, 'artifacts', path.basename(artifact.id));
    const handle = file ? await open(/* turbopackIgnore: true */ file).catch(() => null) : null;
    if (!artifact || !handle)
      throw new Refusal('artifact.unknown', 'There is no such file. It may have been removed as too old.', 404);
    const { size } = await handle.stat();
    const body = Readable.toWeb(handle.createReadStream()) as ReadableStream<Uint8Array>;
    return new Response(body, { headers: { ...attachment(artifact.name), 'content-length': String(size) } });
  } catch (error) {
    return answerRefusal(error);
  }
}
