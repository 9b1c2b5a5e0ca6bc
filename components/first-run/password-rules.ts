/** What a password must be; the server checks the same. */
export const passwordRules: { id: string; words: string; holds: (password: string, email: string) => boolean }[] = [
  { id: 'long', words: 'at least 10 characters', holds: (p) => p.length >= 10 },
  { id: 'short', words: 'at most 256 characters', holds: (p) => p.length <= 256 },
  {
    id: 'other',
    words: 'not your e-mail address',
    holds: (p, email) => p === '' || email.trim() === '' || p.trim().toLowerCase() !== email.trim().toLowerCase(),
  },
];
