import { Agent, request } from 'node:http';

/** A question that waits for news is answered within half a minute; whoever is silent for so long is not there. */
const silentMs = 300_000;
/** A connection at rest is let go of here, long before the engine closes it (after 60 s): a command must not be sent into the closing. */
const agent = new Agent({ keepAlive: true, timeout: 30_000 });

/** One request on this machine: its status and body. `body`: JSON that is posted; without, it is a GET. Rejects when nobody answers. */
export function askLoopback(
  port: number,
  path: string,
  headers: Record<string, string>,
  body?: string,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const posted = body === undefined ? null : Buffer.from(body);
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        path,
        agent,
        timeout: silentMs,
        method: posted === null ? 'GET' : 'POST',
        headers: posted === null ? headers : { ...headers, 'content-type': 'application/json', 'content-length': posted.length },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.once('error', reject);
        response.once('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }));
      },
    );
    sent.once('error', (error: NodeJS.ErrnoException) => {
      // The other side had just closed a connection at rest: a question may be asked again, a command may have been heard.
      if (sent.reusedSocket && posted === null && error.code === 'ECONNRESET')
        askLoopback(port, path, headers).then(resolve, reject);
      else reject(error);
    });
    sent.once('timeout', () => sent.destroy(new Error(`no answer within ${silentMs} ms`)));
    sent.end(posted ?? undefined);
  });
}
