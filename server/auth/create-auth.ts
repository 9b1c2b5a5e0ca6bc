import { hash, verify } from '@node-rs/argon2';
import { betterAuth, type BetterAuthOptions } from 'better-auth';
import type { Config } from '#server/boot/config.ts';
import type { Store } from '#server/store/store.ts';
import { authDatabase } from '#server/store/auth-database.ts';
import { readOrMakeSecret } from './secret.ts';
import { SessionEnds } from './session-ends.ts';

/** Shortest password that an account may have, in characters. */
export const passwordLength = { min: 10, max: 256 } as const;

/** OWASP's second choice for Argon2id: 19 MiB, two passes, one lane. */
const argon = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** Hash of a password in PHC form, salted. */
export const hashPassword = (password: string): Promise<string> => hash(password, argon);

function options(config: Config, database: BetterAuthOptions['database'], secret: string, ends: SessionEnds) {
  return {
    appName: 'Drawloom',
    secret,
    baseURL: config.origin,
    basePath: '/api/auth',
    // The route has compared Origin and Sec-Fetch-Site already, also for addresses such as localhost that baseURL does not name.
    trustedOrigins: (request?: Request) => [config.origin, request?.headers.get('origin') ?? null],
    database,
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      password: { hash: hashPassword, verify: ({ hash: stored, password }) => verify(stored, password) },
    },
    user: {
      additionalFields: {
        role: { type: 'string', required: false, defaultValue: 'viewer', input: false },
        timezone: { type: 'string', required: false, input: false },
      },
    },
    // Opaque sessions: looked up at each request, so that an ended one is ended at once.
    session: { expiresIn: 30 * 86_400, updateAge: 86_400, cookieCache: { enabled: false } },
    rateLimit: {
      enabled: true,
      storage: 'memory',
      window: 60,
      max: 120,
      customRules: { '/sign-in/email': { window: 60, max: 10 } },
    },
    advanced: {
      // Browsers share cookies between the ports of one host: two installs must not sign each other out.
      cookiePrefix: `drawloom-${config.port}`,
      useSecureCookies: config.origin.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      // Next writes the peer's address here when no proxy has written one.
      ipAddress: { ipAddressHeaders: ['x-forwarded-for'] },
    },
    databaseHooks: { session: { delete: { after: async (session) => ends.announce(session.id) } } },
    telemetry: { enabled: false },
    logger: { level: 'error' },
  } satisfies BetterAuthOptions;
}

function build(config: Config, database: BetterAuthOptions['database'], secret: string, ends: SessionEnds) {
  return betterAuth(options(config, database, secret, ends));
}

export interface Auth {
  /** better-auth itself: `handler` for its routes, `api` and `$context` for the rest of server/auth. */
  core: ReturnType<typeof build>;
  /** Says when a session was ended in this process. */
  ends: SessionEnds;
}

/** Sign-in over the accounts in the store. Rejects with the refusal `auth.secret-missing` when accounts exist and their secret is gone. */
export async function createAuth(config: Config, store: Store): Promise<Auth> {
  const database = authDatabase(store);
  const accounts = await database({}).count({ model: 'user' });
  const secret = readOrMakeSecret(config.dataDir, accounts > 0);
  const ends = new SessionEnds();
  return { core: build(config, database, secret, ends), ends };
}
