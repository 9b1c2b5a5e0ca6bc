/** A text as one word of POSIX sh, whatever stands in it; it must hold no NUL. */
export const quoteWord = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
