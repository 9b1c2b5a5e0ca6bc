/** JSON pointer (RFC 6901) of a path: `['tasks', 0, 'a/b']` → `/tasks/0/a~1b`; the whole document is `''`. */
export function pointer(path: readonly PropertyKey[]): string {
  let text = '';
  for (const part of path) text += '/' + String(part).replace(/~/g, '~0').replace(/\//g, '~1');
  return text;
}
