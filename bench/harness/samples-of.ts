/** Time of each of `runs` calls in ms, after `warmUp` that do not count. `work` checks what comes out and throws. */
export async function samplesOf(runs: number, warmUp: number, work: () => Promise<unknown>): Promise<number[]> {
  const samples: number[] = [];
  for (let i = 0; i < warmUp + runs; i++) {
    const began = performance.now();
    await work();
    if (i >= warmUp) samples.push(performance.now() - began);
  }
  return samples;
}
