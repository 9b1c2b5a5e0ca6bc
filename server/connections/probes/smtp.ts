import type { Probe } from './probe.ts';

/** Greets the server and signs in; sends nothing. */
export const probeSmtp: Probe = async ({ host, port, secure, requireTLS, ignoreTLS, username, password }) => {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({
    host: String(host),
    port: Number(port),
    secure: secure === true,
    requireTLS: requireTLS === true,
    ignoreTLS: ignoreTLS === true,
    connectionTimeout: 8_000,
    greetingTimeout: 8_000,
    socketTimeout: 8_000,
    ...(typeof username === 'string' ? { auth: { user: username, pass: String(password ?? '') } } : {}),
  });
  try {
    await transport.verify();
    return {
      ok: true,
      message: `${String(host)} takes mail${typeof username === 'string' ? ` of ${username}` : ''}. None was sent.`,
    };
  } finally {
    transport.close();
  }
};
