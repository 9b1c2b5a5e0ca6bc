/** What the codes of the network mean; the host stands in front of them. */
const network: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name cannot be looked up now',
  ETIMEDOUT: 'it does not answer',
  ESOCKET: 'the encrypted connection failed',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no way to it',
  ECONNRESET: 'it closed the connection',
  UND_ERR_CONNECT_TIMEOUT: 'it does not answer',
  UND_ERR_HEADERS_TIMEOUT: 'it does not answer',
  EAUTH: 'the sign-in is not accepted',
};

/** A sentence from whatever a client threw: what it says itself, and in front of it what its code means. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, errors } = error as Error & { code?: unknown; errors?: unknown };
  const inner: unknown = Array.isArray(errors) ? errors[0] : undefined;
  // Two addresses that both refuse are an AggregateError without a sentence of its own.
  if (error.message === '' && inner instanceof Error) return wordsOf(inner);
  const meaning = typeof code === 'string' ? network[code] : undefined;
  const said = error.message.split('\n')[0]!.trim();
  const sentence = meaning ? `Not reached: ${meaning} (${said || String(code)})` : said || error.name;
  return `${sentence.slice(0, 400).replace(/[.\s]+$/, '')}.`;
}
