/** Tells open streams of this process that their session has ended. */
export class SessionEnds {
  private readonly listeners = new Map<string, Set<() => void>>();

  /** Calls `ended` once, when the session ends here. Gives what stops the watching. */
  watch(sessionId: string, ended: () => void): () => void {
    const set = this.listeners.get(sessionId) ?? new Set();
    this.listeners.set(sessionId, set.add(ended));
    return () => {
      set.delete(ended);
      if (set.size === 0) this.listeners.delete(sessionId);
    };
  }

  /** The session with this id is no more. */
  announce(sessionId: string): void {
    for (const ended of [...(this.listeners.get(sessionId) ?? [])]) ended();
    this.listeners.delete(sessionId);
  }
}
