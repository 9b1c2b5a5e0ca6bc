import type { AttemptRow, LogChunk } from '#server/store/store.ts';
import type { FindSecret } from './find-secret.ts';
import type { Violation } from './violation.ts';

/** No secret of a connection stands in the words of an attempt: its config, output, error and log (I9). Says which connection, never the secret. */
export function judgeSecrets(attempt: AttemptRow, chunks: readonly LogChunk[], findSecret: FindSecret): Violation[] {
  const { id, queuedAt, config, output, error } = attempt;
  const words: [string, string][] = [
    ['config', JSON.stringify(config)],
    ['output', JSON.stringify(output)],
    ['error', error ?? ''],
    ['log', chunks.map(({ text }) => text).join('')],
  ];
  return words.flatMap(([where, text]): Violation[] => {
    const name = findSecret(text, queuedAt);
    if (name === null) return [];
    return [{ invariant: 'I9', subject: id, message: `The secret of connection ${name} stands in its ${where}.` }];
  });
}
