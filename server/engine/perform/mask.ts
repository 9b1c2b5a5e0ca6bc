import type { Json } from '#domain/definition/schema/json.ts';

/** Takes secrets out of what is stored or shown (trust.md R20). */
export interface Mask {
  /** Every form of every secret becomes `***`. */
  text(value: string): string;
  /** The same in every text and key of a value. */
  json<T extends Json>(value: T): T;
  /**
   * How many characters at the end of `value` may be the beginning of a secret. They are held back until more comes, so
   * that a secret split over two chunks is found.
   */
  pending(value: string): number;
}

/** For a run without secrets. */
export const noMask: Mask = { text: (value) => value, json: (value) => value, pending: () => 0 };

/** Shorter texts would take apart ordinary words. */
const shortest = 4;

/** A secret as it may turn up: raw, JSON-escaped, URL-encoded, base64 at each of its three alignments, and its lines. */
function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const base64 = [0, 1, 2].flatMap((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    // The first and last characters of an alignment depend on the neighbours: only the middle is the secret's own.
    const middle = encoded.slice(Math.ceil((shift * 8) / 6), (bytes.length + shift) % 3 === 0 ? undefined : -1);
    return [middle, middle.replaceAll('+', '-').replaceAll('/', '_')];
  });
  const escaped = JSON.stringify(secret).slice(1, -1);
  const lines = secret.split(/\r?\n/).map((line) => line.trim());
  return [
    secret,
    escaped,
    JSON.stringify(escaped).slice(1, -1),
    encodeURIComponent(secret),
    encodeURIComponent(secret).replaceAll('%20', '+'),
    ...lines,
    // Short secrets have base64 middles that are too common to be taken out.
    ...base64.filter((text) => text.length >= 6),
  ];
}

/** A mask for these secrets; longer forms win over those inside them. */
export function createMask(secrets: readonly string[]): Mask {
  const forms = [...new Set(secrets.flatMap(formsOf))]
    .filter((form) => form.length >= shortest)
    .sort((a, b) => b.length - a.length);
  const longest = forms[0]?.length ?? 0;
  if (longest === 0) return noMask;
  const pattern = new RegExp(forms.map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g');
  const text = (value: string) => value.replace(pattern, '***');
  const json = (value: Json): Json => {
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return value.map(json);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [text(key), json(item)]));
  };
  return {
    text,
    json: (value) => json(value) as typeof value,
    pending(value) {
      let size = Math.min(longest - 1, value.length);
      for (; size > 0; size--) {
        const end = value.slice(-size);
        if (forms.some((form) => form.length > size && form.startsWith(end))) break;
      }
      if (size === 0) return 0;
      // The cut must not go through a secret that is complete: its first half would be shown.
      const cut = value.length - size;
      const from = Math.max(0, cut - longest);
      for (const match of value.slice(from).matchAll(pattern)) {
        const start = from + match.index;
        if (start < cut && start + match[0].length > cut) return value.length - start;
      }
      return size;
    },
  };
}
