import { CodedFailure, type InProcessRunner } from '#operators/runner.ts';

export const runner: InProcessRunner = {
  kind: 'in-process',
  async run(config, context) {
    const name = typeof config.connection === 'string' ? config.connection.trim() : '';
    const connection = name === '' ? null : ((await context.connection?.(name)) ?? null);
    if (name !== '' && !connection)
      throw new CodedFailure('connection.missing', `There is no connection ${name}. Make it, or choose another.`, 'never');
    if (config.channel === 'webhook') {
      const { callWebhook } = await import('./call-webhook.ts');
      return { type: 'done', output: await callWebhook(config, connection, context) };
    }
    if (!connection) throw new CodedFailure('config', 'An e-mail wants the connection of a mail server. Choose one.', 'never');
    const { sendMail } = await import('./send-mail.ts');
    return { type: 'done', output: await sendMail(config, connection, context) };
  },
};
