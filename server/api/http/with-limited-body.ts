import { Refusal } from '#server/refusal.ts';

const mebibytes = (bytes: number) => `${bytes / 1024 / 1024} MiB`;

/** The same request with its body read, or 413 `request.too-large` as soon as it is known to be over `limit` bytes; no more than that is ever held. */
export async function withLimitedBody(request: Request, limit: number): Promise<Request> {
  if (!request.body) return request;
  const refuse = () => new Refusal('request.too-large', `The request is larger than ${mebibytes(limit)}.`, 413, { limit });
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw refuse();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > limit) {
      await reader.cancel();
      throw refuse();
    }
    chunks.push(value);
  }
  return new Request(request.url, {
    method: request.method,
    headers: request.headers,
    body: Buffer.concat(chunks),
    signal: request.signal,
  });
}
