/** A field's name as it begins a sentence: `timeoutSec` → `Timeout`, `maxActiveRuns` → `Max active runs`. */
export function fieldName(key: string): string {
  const words = key
    .replace(/(?<=[a-z0-9])(Sec|Ms)$/, '')
    .replace(/[_-]+/g, ' ')
    .replace(/(?<=[a-z0-9])([A-Z])/g, (c) => ' ' + c.toLowerCase())
    .trim();
  return words === '' ? 'The value' : words.charAt(0).toUpperCase() + words.slice(1);
}
