/** A sentence of Markdown without its marks. */
export const plainText = (markdown: string): string =>
  markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*]|(?<=^|\s)_|_(?=\s|$)/g, '');
