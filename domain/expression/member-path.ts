/** A member written as a template writes it: `params` and `day` → `params.day`; an id that is no plain name → `tasks['load-x']`. */
export const memberPath = (object: string, key: string | number): string =>
  typeof key === 'number'
    ? `${object}[${key}]`
    : /^[A-Za-z_][A-Za-z0-9_]*$/.test(key)
      ? `${object}.${key}`
      : `${object}['${key}']`;
