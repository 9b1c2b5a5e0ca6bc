/** Whether Prisma gave up a transaction that did not begin or end in time (P2028): too many wanted one at once. */
export const isTransactionTimeout = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && (error as { code?: unknown }).code === 'P2028';
