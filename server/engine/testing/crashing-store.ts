import type { Store } from '#server/store/store.ts';

/** Thrown where the process would have died. */
export class Crash extends Error {}

export interface CrashPoint {
  /** Operations so far. */
  count: number;
  /** Crash at this operation (1 = the first); 0 = never. */
  at: number;
  /** `before`: the operation does not happen. `after`: it does, and nobody learns of it. */
  when: 'before' | 'after';
  crashed: boolean;
}

/** A store that dies at its n-th operation, says so to `died`, and answers nothing from then on, as a killed process would. */
export function crashingStore(store: Store, point: CrashPoint, died: (error: Crash) => void): Store {
  const dead = () => new Promise<never>(() => {});
  const wrapped =
    (call: (...args: unknown[]) => Promise<unknown>) =>
    async (...args: unknown[]): Promise<unknown> => {
      if (point.crashed) return dead();
      point.count++;
      if (point.count !== point.at) {
        const answer = await call(...args);
        return point.crashed ? dead() : answer;
      }
      point.crashed = true;
      if (point.when === 'after') await call(...args);
      died(new Crash(`crash ${point.when} operation ${point.at}`));
      return dead();
    };
  const wrapObject = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(from, name) {
        const value = Reflect.get(from, name) as unknown;
        if (typeof value === 'function') return wrapped((value as (...args: unknown[]) => Promise<unknown>).bind(from));
        return typeof value === 'object' && value !== null ? wrapObject(value) : value;
      },
    });
  return wrapObject(store);
}
