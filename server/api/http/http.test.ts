import { describe, expect, it } from 'vitest';
import { attachment } from './attachment.ts';
import { bodyLimit } from './body-limit.ts';
import { withLimitedBody } from './with-limited-body.ts';

const streamed = (bytes: number, piece = 64 * 1024) => {
  let given = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (given >= bytes) return controller.close();
      const size = Math.min(piece, bytes - given);
      given += size;
      controller.enqueue(new Uint8Array(size));
    },
  });
  return {
    request: new Request('http://localhost/', { method: 'POST', body, duplex: 'half' } as RequestInit),
    given: () => given,
  };
};

describe('bodies', () => {
  it('are 1 MiB, of drafts and imports 10 MiB', () => {
    expect(bodyLimit('runs.create')).toBe(1024 * 1024);
    expect(bodyLimit('drafts.save')).toBe(10 * 1024 * 1024);
    expect(bodyLimit('runs.cancel,workflows.import')).toBe(10 * 1024 * 1024);
  });

  it('pass up to the limit, to the byte', async () => {
    expect((await (await withLimitedBody(streamed(1000).request, 1000)).arrayBuffer()).byteLength).toBe(1000);
    await expect(withLimitedBody(streamed(1001).request, 1000)).rejects.toMatchObject({ code: 'request.too-large', status: 413 });
  });

  it('are not read further once they are too large', async () => {
    const endless = streamed(1024 * 1024 * 1024);
    await expect(withLimitedBody(endless.request, 100_000)).rejects.toMatchObject({ code: 'request.too-large' });
    expect(endless.given()).toBeLessThan(1024 * 1024);
  });

  it('are refused by what they say of themselves, unread', async () => {
    const request = new Request('http://localhost/', { method: 'POST', body: 'x', headers: { 'content-length': '99999999' } });
    await expect(withLimitedBody(request, 1000)).rejects.toMatchObject({ code: 'request.too-large' });
  });
});

describe('downloads', () => {
  it('carry a name that cannot break out of its header', () => {
    const headers = attachment('../../etc/pass"wd\r\nx: y/Bericht Zürich (1).md');
    expect(headers['content-disposition']).toBe(
      `attachment; filename="Bericht Z_rich (1).md"; filename*=UTF-8''Bericht%20Z%C3%BCrich%20%281%29.md`,
    );
    expect(attachment('a"b\r\nc')['content-disposition']).toBe(`attachment; filename="a_b__c"; filename*=UTF-8''a%22b%0D%0Ac`);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});
