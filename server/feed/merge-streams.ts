/** Yields what any of the streams yields, as it comes; ends when all have ended. Leaving early ends each of them. */
export async function* mergeStreams<T>(streams: AsyncGenerator<T>[]): AsyncGenerator<T> {
  const next = async (stream: AsyncGenerator<T>) => ({ stream, result: await stream.next() });
  const pending = new Map(streams.map((stream) => [stream, next(stream)]));
  try {
    while (pending.size > 0) {
      const { stream, result } = await Promise.race(pending.values());
      if (result.done) {
        pending.delete(stream);
        continue;
      }
      pending.set(stream, next(stream));
      yield result.value;
    }
  } finally {
    // A stream that waits for its next value ends by its signal; nobody waits for that here.
    for (const [stream, promise] of pending) {
      promise.catch(() => {});
      stream.return(undefined).catch(() => {});
    }
  }
}
