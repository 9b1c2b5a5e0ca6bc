/** Reason of a run with a name in the place of an id: the machine knows people by id only. */
export const namedReason = (reason: string, person: (id: string) => string): string =>
  reason.replace(/^cancelled by (\S+)$/, (_, id: string) => `cancelled by ${person(id)}`);
