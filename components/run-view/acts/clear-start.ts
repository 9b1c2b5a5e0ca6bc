/** Where clearing begins: these tasks, and what the switches of the dialog say at first. */
export interface ClearStart {
  tasks: { task: string; index?: number }[];
  /** What it is called in the dialog: all of it is a clear. */
  as: 'clear' | 'from-here' | 'group';
  /** Name of the group, when it is one. */
  group?: string;
}
