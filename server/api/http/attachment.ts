/** Headers of a download: its name in plain and in full (RFC 6266), and nothing that lets a browser guess what is in it. */
export function attachment(name: string, type = 'application/octet-stream'): Record<string, string> {
  const last = name.split(/[/\\]/).at(-1) || 'file';
  const plain = last.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const full = encodeURIComponent(last).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  return {
    'content-type': type,
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${full}`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  };
}
