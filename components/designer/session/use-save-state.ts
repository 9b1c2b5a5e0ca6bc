import { useSyncExternalStore } from 'react';
import type { SaveState } from '../draft/draft-saver.ts';
import { useSession } from './workflow-session.ts';

/** How the draft stands. */
export function useSaveState(): SaveState {
  const { saver } = useSession();
  return useSyncExternalStore(saver.subscribe, saver.state, saver.state);
}
