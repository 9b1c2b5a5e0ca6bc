import { useStore } from 'zustand';
import { useSession } from '../session/workflow-session.ts';
import type { DockActs, DockState } from './dock-store.ts';

/** A part of what stands below the drawing. */
export function useDock<T>(part: (state: DockState & DockActs) => T): T {
  return useStore(useSession().dock, part);
}
