/** Gives the lock to the next in line. */
export type Release = () => void;

/** First come, first served; free, it is taken without waiting for anything. */
export class AsyncLock {
  private held = false;
  private readonly waiting: (() => void)[] = [];

  /** Takes it when it is free, else null. */
  tryAcquire(): Release | null {
    if (this.held) return null;
    this.held = true;
    return this.releaseOnce();
  }

  /** Resolves when it is ours. */
  async acquire(): Promise<Release> {
    const free = this.tryAcquire();
    if (free) return free;
    await new Promise<void>((resolve) => this.waiting.push(resolve));
    return this.releaseOnce();
  }

  private releaseOnce(): Release {
    let done = false;
    return () => {
      if (done) return;
      done = true;
      const next = this.waiting.shift();
      if (next) next();
      else this.held = false;
    };
  }
}
