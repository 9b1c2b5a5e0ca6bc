const name = 'drawloom-signed-in';

/** Tells every tab of this browser that somebody has signed in while its pages were open. */
export function tellSignedIn(): void {
  if (typeof BroadcastChannel !== 'function') return;
  const channel = new BroadcastChannel(name);
  channel.postMessage(true);
  channel.close();
}

/** Calls once somebody has signed in; gives what stops the waiting. */
export function onSignedIn(run: () => void): () => void {
  if (typeof BroadcastChannel !== 'function') return () => undefined;
  const channel = new BroadcastChannel(name);
  channel.onmessage = () => {
    channel.close();
    run();
  };
  return () => channel.close();
}
