import { createContext } from 'react';
import type { Change } from './compare-workflows.ts';

/** What the draft changes of the published version, on the page that draws it; null before the first is published. */
export const DraftChanges = createContext<readonly Change[] | null>(null);
