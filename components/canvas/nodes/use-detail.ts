import { useStore } from '@xyflow/react';
import type { Detail } from '../canvas-context.ts';

/** Level of detail of the present zoom; draws its user anew only when it changes. */
export const useDetail = (): Detail => useStore((s) => (s.transform[2] >= 0.8 ? 'near' : s.transform[2] >= 0.35 ? 'mid' : 'far'));
