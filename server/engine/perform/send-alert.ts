import { runners } from '#operators/runners.ts';
import { CodedFailure, type NetworkRules, type RunContext } from '#operators/runner.ts';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { AlertRow } from '#server/store/alert-row.ts';

export interface SendParts {
  /** A connection by its name, secrets filled in; null when there is none. */
  connection(name: string): Promise<JsonObject | null>;
  network: NetworkRules;
  now(): number;
  signal: AbortSignal;
}

/**
 * Sends one alert as the operator Notify would: by mail when its connection is a mail server, else by a webhook that gets
 * `{text, run, alert}`. The key is the alert's id, the same for every try. Throws CodedFailure, `retry: 'never'` where
 * trying again cannot help.
 */
export async function sendAlert(alert: AlertRow, { connection, network, now, signal }: SendParts): Promise<void> {
  const place = await connection(alert.connection);
  if (!place)
    throw new CodedFailure(
      'connection.missing',
      `There is no connection ${alert.connection}. Make it, and have this sent again.`,
      'never',
    );
  const runner = await runners['notify@1']!();
  if (runner.kind !== 'in-process') throw new Error('Notify is no process.');
  const context: Pick<
    RunContext,
    'runId' | 'taskId' | 'idempotencyKey' | 'run' | 'signal' | 'now' | 'log' | 'network' | 'connection'
  > = {
    runId: alert.runId ?? '',
    taskId: '',
    idempotencyKey: alert.id,
    run: { workflow: alert.workflowId },
    signal,
    now,
    log: () => {},
    network,
    connection: () => Promise.resolve(place),
  };
  const config: JsonObject = {
    connection: alert.connection,
    message: alert.text,
    ...(place.type === 'smtp'
      ? { channel: 'email', subject: alert.subject, to: alert.to ?? '' }
      : {
          channel: 'webhook',
          alert: { id: alert.id, event: alert.event, subject: alert.subject, at: new Date(alert.createdAt).toISOString() },
        }),
  };
  const outcome = await runner.run(config, context as RunContext);
  if (outcome.type === 'failed') throw new CodedFailure(outcome.error.code, outcome.error.message, outcome.retry);
}
