/** Keys that reach a prototype when some code copies an object carelessly; no document may hold them (trust.md R13). */
export const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
