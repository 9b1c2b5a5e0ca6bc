/** What a search may ask for by name: `operator:http`, `is:failing`; a leading `-` turns it round. */
const queryKeys = ['operator', 'tag', 'owner', 'folder', 'trigger', 'is'] as const;
export type QueryKey = (typeof queryKeys)[number];

export interface Query {
  /** Words that must stand in name, id, tag, owner or folder. */
  words: string[];
  filters: { key: QueryKey; value: string; not: boolean }[];
}

const isKey = (text: string): text is QueryKey => (queryKeys as readonly string[]).includes(text);

/** Reads a search. Quotes keep words together: `owner:"Mara Lind"`. An unknown name before a colon is an ordinary word. */
export function parseQuery(text: string): Query {
  const query: Query = { words: [], filters: [] };
  for (const [token] of text.toLowerCase().matchAll(/[^\s"]*"[^"]*"?|\S+/g)) {
    const named = /^(-?)([a-z]+):(.*)$/.exec(token);
    const plain = (named?.[3] ?? token).replaceAll('"', '').trim();
    const key = named?.[2] ?? '';
    if (named && isKey(key)) {
      if (plain) query.filters.push({ key, value: plain, not: named[1] === '-' });
    } else {
      const word = token.replaceAll('"', '').trim();
      if (word) query.words.push(word);
    }
  }
  return query;
}
