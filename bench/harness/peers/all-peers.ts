import { dbos } from './dbos.ts';
import { nodeRed } from './node-red.ts';
import type { Peer } from './peer.ts';
import { restate } from './restate.ts';

/** Every product that can run beside ours, in the order they are shown. */
export const allPeers: readonly Peer[] = [restate, dbos, nodeRed];
