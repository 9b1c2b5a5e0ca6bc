import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import { CodedFailure, type RunContext } from '#operators/runner.ts';

const text = (value: Json | undefined): string => (typeof value === 'string' ? value.trim() : '');

/** Server and sign-in of a connection: `{url}`, or `{host, port, username, password, secure}`. */
function transportOf(connection: JsonObject): string | JsonObject {
  if (typeof connection.url === 'string') return connection.url;
  const { host, port, username, password, secure, requireTLS, ignoreTLS } = connection;
  return {
    host: String(host),
    port: Number(port ?? (secure === true ? 465 : 587)),
    secure: secure === true,
    requireTLS: requireTLS === true,
    ignoreTLS: ignoreTLS === true,
    ...(typeof username === 'string' ? { auth: { user: username, pass: String(password ?? '') } } : {}),
  };
}

/**
 * Sends a plain-text mail over the SMTP server of a connection. The message id follows from the task run, so that a
 * mailbox that sees a retry knows it for the same mail. Throws CodedFailure `smtp` or `config`.
 */
export async function sendMail(config: JsonObject, connection: JsonObject, context: RunContext): Promise<Json> {
  const [to, subject] = [text(config.to), text(config.subject).replace(/[\r\n]+/g, ' ')];
  if (to === '') throw new CodedFailure('config', 'Say to whom, such as ada@example.com.', 'never');
  const { createTransport } = await import('nodemailer');
  const from = text(connection.from) || text(connection.username);
  if (from === '') throw new CodedFailure('config', 'The connection names no sender. Fill in its field from.', 'never');
  const transport = createTransport(transportOf(connection) as string, { from } as object);
  const close = () => transport.close();
  context.signal.addEventListener('abort', close, { once: true });
  try {
    const key = context.idempotencyKey.replace(/[^A-Za-z0-9.-]/g, '.');
    const sent = (await transport.sendMail({
      from,
      to,
      subject: subject === '' ? 'Drawloom' : subject,
      text: String(config.message),
      messageId: `<${key}@drawloom>`,
      disableFileAccess: true,
      disableUrlAccess: true,
    })) as { accepted?: unknown[]; rejected?: unknown[] };
    const plain = (list: unknown[] | undefined) => (list ?? []).map((one) => String(one));
    for (const refused of plain(sent.rejected)) context.log(`${refused} was refused`, 'warn');
    return { accepted: plain(sent.accepted), rejected: plain(sent.rejected) };
  } catch (error) {
    const { responseCode, message } = error as Error & { responseCode?: number };
    // 5xx is the server's final word; everything else may be better in a while.
    throw new CodedFailure('smtp', `smtp: ${message}`, responseCode !== undefined && responseCode >= 500 ? 'never' : 'policy');
  } finally {
    context.signal.removeEventListener('abort', close);
    transport.close();
  }
}
