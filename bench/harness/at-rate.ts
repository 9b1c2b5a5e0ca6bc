/** Begins `work` `count` times, `perSecond` a second by the clock, whether or not the one before has ended; all results in order. */
export async function atRate<T>(count: number, perSecond: number, work: () => Promise<T>): Promise<T[]> {
  const beganAt = performance.now();
  const under: Promise<T>[] = [];
  for (let i = 0; i < count; i++) {
    const waitMs = beganAt + (i * 1000) / perSecond - performance.now();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    const one = work();
    one.catch(() => {});
    under.push(one);
  }
  return Promise.all(under);
}
