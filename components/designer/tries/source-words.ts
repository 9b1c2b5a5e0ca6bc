const words = { pin: 'pinned', run: 'run', try: 'last try', typed: 'typed for this try' };

/** Where the value of a task is from, in words: `pinned`, `run 12`, `last try`. */
export function sourceWords(source: keyof typeof words, runNumber: number | null): string {
  return source === 'run' && runNumber !== null ? `run ${runNumber}` : words[source];
}
