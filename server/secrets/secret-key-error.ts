import { Refusal } from '#server/refusal.ts';

/**
 * The key of the secrets cannot be used: a process that needs it at start ends with exit code 78 (EX_CONFIG), a request is
 * answered with 503. Nothing was written, and no new key is ever made over secrets that are there.
 */
export class SecretKeyError extends Refusal {
  readonly exitCode = 78;

  constructor(code: 'secret.key-missing' | 'secret.key-broken' | 'secret.key-wrong' | 'secret.key-open', message: string) {
    super(code, message, 503);
    this.name = 'SecretKeyError';
  }
}
