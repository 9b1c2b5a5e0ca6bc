import { forbiddenKeys } from './forbidden-keys.ts';
import type { JsonFault } from './json-fault.ts';

/** Looks through a value that came from outside: the first thing in it that is not acceptable JSON, or null when all of it is. */
export function checkJson(input: unknown, maxDepth: number): JsonFault | null {
  const path: (string | number)[] = [];
  const fault = (code: JsonFault['code'], message: string): JsonFault => ({ code, path: [...path], message });

  const walk = (value: unknown, depth: number): JsonFault | null => {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return null;
    if (typeof value === 'number') {
      if (!Number.isFinite(value)) return fault('json.number', 'A number is not finite. JSON knows no NaN and no Infinity.');
      if (Number.isInteger(value) && !Number.isSafeInteger(value))
        return fault('json.number', 'A number is beyond 2^53 and would change its value. Write it as a string.');
      return null;
    }
    if (typeof value !== 'object') return fault('json.value', `A value of type ${typeof value} is no JSON.`);
    if (depth >= maxDepth) return fault('definition.cap', `The value is nested deeper than ${maxDepth} levels. Flatten it.`);
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i += 1) {
        path.push(i);
        const found = walk(value[i], depth + 1);
        if (found !== null) return found;
        path.pop();
      }
      return null;
    }
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) return fault('json.value', 'An object of a class is no JSON.');
    for (const [key, inner] of Object.entries(value)) {
      path.push(key);
      if (forbiddenKeys.has(key)) return fault('json.forbidden-key', `The key "${key}" is not allowed. Rename it.`);
      // A key whose value is undefined is a key that is not there: forms leave them behind.
      const found = inner === undefined ? null : walk(inner, depth + 1);
      if (found !== null) return found;
      path.pop();
    }
    return null;
  };
  return walk(input, 0);
}
