/** One block of a text in Markdown. */
export type MarkdownBlock =
  | { type: 'heading' | 'paragraph' | 'quote'; text: string }
  | { type: 'code'; text: string }
  | { type: 'list'; ordered: boolean; items: string[] };

const item = /^\s*(?:[-*+]|(\d{1,6})[.)])\s+(.*)$/;
const special = /^(#{1,6}\s|>|```|\s*(?:[-*+]|\d{1,6}[.)])\s)/;

/** Splits Markdown into blocks: headings, paragraphs, lists of one level, quotes, fenced code. Anything else stays text. */
export function markdownBlocks(source: string): MarkdownBlock[] {
  const lines = source.replaceAll('\r\n', '\n').split('\n');
  const blocks: MarkdownBlock[] = [];
  for (let at = 0; at < lines.length;) {
    const line = lines[at]!;
    if (line.trim() === '') {
      at++;
      continue;
    }
    const take = (wanted: (text: string) => boolean): string[] => {
      const from = at;
      while (at < lines.length && wanted(lines[at]!)) at++;
      return lines.slice(from, at);
    };
    if (line.startsWith('```')) {
      at++;
      blocks.push({ type: 'code', text: take((text) => !text.startsWith('```')).join('\n') });
      at++;
    } else if (/^#{1,6}\s/.test(line)) {
      blocks.push({ type: 'heading', text: line.replace(/^#+\s+/, '') });
      at++;
    } else if (line.startsWith('>')) {
      const quoted = take((text) => text.startsWith('>')).map((text) => text.replace(/^>\s?/, ''));
      blocks.push({ type: 'quote', text: quoted.join('\n') });
    } else if (item.test(line)) {
      const ordered = item.exec(line)?.[1] !== undefined;
      const items = take((text) => item.test(text)).map((text) => item.exec(text)?.[2] ?? '');
      blocks.push({ type: 'list', ordered, items });
    } else {
      const first = lines[at++]!;
      const rest = take((text) => text.trim() !== '' && !special.test(text));
      blocks.push({ type: 'paragraph', text: [first, ...rest].join('\n') });
    }
  }
  return blocks;
}
