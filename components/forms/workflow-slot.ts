import { createContext, type ComponentType } from 'react';

export interface WorkflowPickerProps {
  /** Id of the control's label. */
  label: string;
  describedBy: string | undefined;
  readOnly: boolean;
  /** Id of the chosen workflow; empty: none. */
  value: string;
  onChange: (id: string) => void;
}

/** What draws the choice of a workflow: it asks the server for them, so it is put in from above. */
export const WorkflowSlot = createContext<ComponentType<WorkflowPickerProps> | null>(null);
