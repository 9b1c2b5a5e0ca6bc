import type { Command } from './commands.ts';

const limitPerGroup = 8;
const limitWithout = 5;

/** 0: no match; higher is better. Every word of the search must begin a word of the text, or stand in it. */
function score(text: string, words: string[]): number {
  let sum = 0;
  for (const word of words) {
    const at = text.indexOf(word);
    if (at < 0) return 0;
    sum += at === 0 ? 4 : /[\s:/_-]/.test(text[at - 1] ?? '') ? 3 : 1;
  }
  return sum / words.length;
}

/** Commands that match, best first inside a group, groups by their best; a few of each group while nothing is typed. */
export function rankCommands(commands: Command[], search: string): Command[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = new Map<string, { best: number; items: { command: Command; score: number }[] }>();
  for (const command of commands) {
    const own =
      words.length === 0
        ? 1
        : Math.max(
            score(command.title.toLowerCase(), words),
            score(`${command.title} ${command.words ?? ''}`.toLowerCase(), words) / 2,
          );
    if (own === 0) continue;
    let group = groups.get(command.group);
    if (!group) groups.set(command.group, (group = { best: 0, items: [] }));
    group.best = Math.max(group.best, own);
    group.items.push({ command, score: own });
  }
  const limit = words.length === 0 ? limitWithout : limitPerGroup;
  return [...groups.values()]
    .sort((a, b) => b.best - a.best)
    .flatMap((group) =>
      group.items
        .sort((a, b) => b.score - a.score)
        .slice(0, limit)
        .map((item) => item.command),
    );
}
