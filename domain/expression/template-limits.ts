/** Bounds of one rendering: a template never hangs a process and never fills its memory (trust.md R1). */
export const templateLimits = {
  /** Nodes evaluated, list entries and object fields visited: some 80 ms at most. A list of 100,000 copies is passed on and summed up within it. */
  steps: 250_000,
  /** UTF-16 units of any text made on the way, and of the result. */
  text: 1_048_576,
  /** UTF-16 units of one `{{ … }}` or `{% … %}`. */
  block: 10_000,
  /** UTF-16 units of a template's source. */
  source: 1_048_576,
  /** Nesting of one expression. */
  depth: 100,
} as const;
