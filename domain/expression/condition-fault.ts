/** Why a condition cannot be read or evaluated. The message is one sentence. */
export class ConditionFault extends Error {
  readonly code = 'condition';
  constructor(message: string) {
    super(message);
    this.name = 'ConditionFault';
  }
}
