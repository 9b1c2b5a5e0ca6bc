import { requireConnection } from '#operators/require-connection.ts';
import { CodedFailure, type InProcessRunner } from '#operators/runner.ts';

export const runner: InProcessRunner = {
  kind: 'in-process',
  async run(config, context) {
    const types = config.channel === 'email' ? ['smtp'] : ['webhook', 'http'];
    const connection = await requireConnection(config, context, types);
    if (config.channel === 'webhook') {
      const { callWebhook } = await import('./call-webhook.ts');
      return { type: 'done', output: await callWebhook(config, connection, context) };
    }
    if (!connection) throw new CodedFailure('config', 'An e-mail wants the connection of a mail server. Choose one.', 'never');
    const { sendMail } = await import('./send-mail.ts');
    return { type: 'done', output: await sendMail(config, connection, context) };
  },
};
