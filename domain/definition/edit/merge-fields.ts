/** An object with some fields changed; a field given as `undefined` is taken away. The same object when nothing changes. */
export function mergeFields<T extends object>(value: T, fields: NoInfer<Partial<T>>): T {
  const result = { ...value };
  let changed = false;
  for (const key of Object.keys(fields) as (keyof T)[]) {
    const field = fields[key];
    if (field === undefined ? !Object.hasOwn(value, key) : value[key] === field) continue;
    changed = true;
    if (field === undefined) delete result[key];
    else result[key] = field;
  }
  return changed ? result : value;
}
