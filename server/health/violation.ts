/** Invariants of trust.md that the product checks of itself. */
export const checkedInvariants = {
  I1: 'Every due occurrence is one run or one recorded skip',
  I2: 'Nothing that was due runs twice',
  I3: 'No task runs twice at the same time',
  I4: 'Statuses move only along allowed edges',
  I5: 'Attempts are bounded',
  I6: 'What was acknowledged is stored',
  I7: 'A task starts only after its rule is met',
  I8: 'Logs have no gap, and what is left out is said',
  I9: 'No secret stands in what tasks said or were told',
  I10: 'No process is left behind',
  I11: 'Memory, open files, logs and outputs stay under their caps',
  I12: 'Nothing waits without a reason',
  I15: 'What is decided stays decided, whatever clocks do',
  I17: 'What failed says why',
} as const;
export type Invariant = keyof typeof checkedInvariants;

/** Something that an invariant forbids, found. */
export interface Violation {
  invariant: Invariant;
  /** Names the run, task run, attempt or occurrence. */
  subject: string;
  message: string;
}
