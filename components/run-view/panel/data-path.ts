import { createContext, type ComponentType, type ReactNode } from 'react';

/** How templates name the value that is shown, and what draws a part of it so that it can be taken into a field. */
export interface DataPath {
  /** Such as `tasks.load.output`. */
  path: string;
  Handle: ComponentType<{ path: string; children: ReactNode }>;
}

/** Given where values are shown beside a form; null everywhere else, and then values are only looked at. */
export const DataPathContext = createContext<DataPath | null>(null);
