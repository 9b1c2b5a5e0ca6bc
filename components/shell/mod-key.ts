/** Name of the key that chords begin with: `Ctrl`, on a Mac `⌘`. */
export const modKey = (): string =>
  typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl';
