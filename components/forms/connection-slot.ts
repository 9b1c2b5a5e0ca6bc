import { createContext, type ComponentType } from 'react';

export interface ConnectionPickerProps {
  /** Id of the control, for its label. */
  label: string;
  describedBy: string | undefined;
  invalid: boolean;
  readOnly: boolean;
  required: boolean;
  /** Types that are offered; all when missing. */
  types: readonly string[] | null;
  /** Name of the chosen connection; empty: none. */
  value: string;
  onChange: (name: string) => void;
}

/** What draws the choice of a connection. It knows connections and their dialog, which is itself a form: so it is put in from above. */
export const ConnectionSlot = createContext<ComponentType<ConnectionPickerProps> | null>(null);
