import { useStore } from 'zustand';
import type { DesignerActs, DesignerState } from '../store/designer-store.ts';
import { useSession } from './workflow-session.ts';

/** A part of the designer's state; draws anew only when that part changed. */
export function useDesigner<T>(part: (state: DesignerState & DesignerActs) => T): T {
  return useStore(useSession().store, part);
}
