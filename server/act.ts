/** Who does something, and when: handed to every use case that changes anything. */
export interface Act {
  /** Id of the person; null when it comes from the command line or the product itself. */
  by: string | null;
  /** ms since the epoch. */
  at: number;
}
