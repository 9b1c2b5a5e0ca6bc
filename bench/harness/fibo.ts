/** What a task of the workloads with numbers gives: the number, and how long it took to compute, in ms. */
export interface Computed {
  value: number;
  ms: number;
}

/** A task that computes fibo(n) by plain recursion and tells how long that alone took; for javascript@1. */
export const fiboJavascript = (n: number): string => `
const fibo = (n) => (n <= 1 ? n : fibo(n - 1) + fibo(n - 2));
export default () => {
  const began = performance.now();
  const value = fibo(${n});
  return { value, ms: performance.now() - began };
};
`;

/** The same for python@1. */
export const fiboPython = (n: number): string => `
import time

def fibo(n):
    return n if n <= 1 else fibo(n - 1) + fibo(n - 2)

def main():
    began = time.perf_counter()
    value = fibo(${n})
    return {"value": value, "ms": (time.perf_counter() - began) * 1000}
`;

/** The pure computing time of all, in ms. Throws when one is not the number `value`, or when they are not `count`. */
export function checkComputed(outputs: readonly unknown[], count: number, value: number): number {
  const computed = outputs as readonly Computed[];
  if (computed.length !== count || computed.some((output) => output?.value !== value))
    throw new Error(`${count} times ${value} was wanted, not ${JSON.stringify(outputs)}`);
  return computed.reduce((sum, { ms }) => sum + ms, 0);
}
