import { isMac } from './is-mac.ts';

/** In the order in which Apple writes them. */
const signs: [name: string, sign: string][] = [
  ['Alt', '⌥'],
  ['Shift', '⇧'],
  ['Ctrl', '⌘'],
];
const alone: Record<string, string> = { Delete: '⌫', Enter: '↩' };
const one = (key: string): string => alone[key] ?? key;

/**
 * Keys as the board of this machine names them. What is handed in has the names of a PC, alone or in a sentence: `Ctrl Shift G` is
 * `⇧⌘G` on a Mac, `Ctrl C / X / V` is `⌘C / X / V`. Redo is another chord there: `Ctrl Y` is `⇧⌘Z`.
 */
export function keyWords(text: string, mac: boolean = isMac()): string {
  if (!mac) return text;
  return (alone[text] ?? text)
    .replace(/\bCtrl Z \/ Y\b/g, '⌘Z / ⇧⌘Z')
    .replace(/\bCtrl Y\b/g, '⇧⌘Z')
    .replace(/\b((?:(?:Ctrl|Alt|Shift) )+)(\S+)/g, (_, names: string, key: string) => {
      const held = names.trim().split(' ');
      return signs.flatMap(([name, sign]) => (held.includes(name) ? [sign] : [])).join('') + one(key);
    });
}
