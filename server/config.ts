import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { locales } from '../contract/locales.ts';
import type { Mailbox } from '../contract/mail.ts';
import { isTimeZone } from '../contract/time-zone.ts';
import { type MailConfig, mailConfig, mailEnvironment } from './mail-config.ts';
import { isMailAddress } from './platform/mail-address.ts';

const port = z.coerce.number({ error: 'must be a port number between 0 and 65535' }).int().min(0).max(65_535);
const count = z.coerce.number({ error: 'must be a whole number above 0' }).int().min(1).max(1_000_000);
const httpUrl = z
  .url({ protocol: /^https?$/, error: 'must be an address such as https://events.example.org' })
  .transform((url) => url.replace(/\/+$/, ''));

const Environment = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(8080),
  BASE_URL: httpUrl.optional(),
  ROSTRUM_DATA: z.string().min(1).default('./data'),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, 'must start with mongodb:// or mongodb+srv://')
    .optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^\s]+$/, 'must be an address such as smtps://user:password@mail.example.org')
    .optional(),
  MAIL_FROM: z
    .string()
    .refine(
      (text) => /^[^\r\n]*$/.test(text) && isMailAddress(mailbox(text).address),
      'must be an address such as Rostrum <events@example.org>',
    )
    .default('Rostrum <rostrum@localhost.localdomain>'),
  INBOUND_ADDRESS: z
    .string()
    .refine(
      (text) => /^[^\r\n]*$/.test(text) && isMailAddress(mailbox(text).address),
      'must be an address such as Rostrum <rsvp@example.org>',
    )
    .optional(),
  IMAP_URL: z
    .url({
      protocol: /^imaps?$/,
      error: 'must be an address such as imaps://user:password@mail.example.org/INBOX',
    })
    .optional(),
  LMTP_LISTEN: z
    .string()
    .regex(
      /^(?:[\w.-]+|\[[0-9a-f:]+\]):\d{1,5}$|^unix:\/.+$/i,
      'must be 127.0.0.1:2424 or unix:/path/to/socket',
    )
    .optional(),
  AUTHSERV_ID: z
    .string()
    .regex(/^[\w.-]+$/, 'must be the name your mail server signs its checks with, such as mx.example.org')
    .optional(),
  ...mailEnvironment,
  SESSION_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  TRUST_PROXY: z.string().min(1).optional(),
  SOCKETS_PER_USER: count.default(10),
  SOCKETS_PER_ADDRESS: count.default(100),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  ROSTRUM_LOCALE: z.enum(locales).default('vi'),
  ROSTRUM_TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'must be a time zone such as Asia/Ho_Chi_Minh')
    .default('Asia/Ho_Chi_Minh'),
  ROSTRUM_ADMIN_EMAIL: z.email('must be an e-mail address').optional(),
  ROSTRUM_ADMIN_PASSWORD: z.string().min(15, 'must have at least 15 characters').optional(),
});

export interface Config {
  mode: 'production' | 'development' | 'test';
  host: string;
  port: number;
  /** Without a slash at the end; null until the port is known. */
  baseUrl: string | null;
  dataFolder: string;
  mongodbUri: string | null;
  smtpUrl: string | null;
  mailFrom: Mailbox;
  mail: MailConfig;
  /** Where answers by mail and calendar arrive; null when nobody reads them. */
  inbound: InboundConfig | null;
  trustProxy: string | null;
  /** How many live connections one account or door, and one network, may hold. */
  sockets: { perUser: number; perAddress: number };
  logLevel: string;
  locale: (typeof locales)[number];
  timeZone: string;
  administrator: { email: string; password: string } | null;
  /** One secret per purpose, derived from SESSION_SECRET or from a random file in the data folder. */
  secret: (purpose: SecretPurpose) => string;
}

export interface InboundConfig {
  address: Mailbox;
  imapUrl: string | null;
  /** `127.0.0.1:2424` or `unix:/path`. */
  lmtpListen: string | null;
  /** Whose Authentication-Results are believed; those of anybody else are not. */
  authservId: string | null;
}

export type SecretPurpose = 'session' | 'guest-link' | 'door' | 'nonce' | 'mail' | 'pass' | 'statement';

export class ConfigError extends Error {}

/** Reads the environment once. Throws ConfigError with one clear sentence about the first wrong value. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) throw new ConfigError(firstProblem(parsed.error));

  const env = parsed.data;
  if (Boolean(env.ROSTRUM_ADMIN_EMAIL) !== Boolean(env.ROSTRUM_ADMIN_PASSWORD)) {
    throw new ConfigError('ROSTRUM_ADMIN_EMAIL and ROSTRUM_ADMIN_PASSWORD go together: set both or neither.');
  }
  if (env.BASE_URL?.startsWith('https:') && !env.TRUST_PROXY) {
    throw new ConfigError(
      'BASE_URL with https needs TRUST_PROXY: the address of the reverse proxy, or loopback when it runs on this machine.',
    );
  }
  const inbound = inboundOf(env);
  const dataFolder = resolve(env.ROSTRUM_DATA);
  const mailFrom = mailbox(env.MAIL_FROM);
  return Object.freeze({
    mode: env.NODE_ENV,
    host: env.HOST,
    port: env.PORT,
    baseUrl: env.BASE_URL ?? null,
    dataFolder,
    mongodbUri: env.MONGODB_URI ?? null,
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom,
    mail: mailConfig(env, { dataFolder, from: mailFrom.address, inbound: inbound?.address.address ?? null }),
    inbound,
    trustProxy: env.TRUST_PROXY ?? null,
    sockets: { perUser: env.SOCKETS_PER_USER, perAddress: env.SOCKETS_PER_ADDRESS },
    logLevel: env.LOG_LEVEL,
    locale: env.ROSTRUM_LOCALE,
    timeZone: env.ROSTRUM_TIME_ZONE,
    administrator:
      env.ROSTRUM_ADMIN_EMAIL && env.ROSTRUM_ADMIN_PASSWORD
        ? { email: env.ROSTRUM_ADMIN_EMAIL, password: env.ROSTRUM_ADMIN_PASSWORD }
        : null,
    secret: secrets(() => env.SESSION_SECRET ?? storedSecret(dataFolder)),
  });
}

/** Calendars promise the guest that an answer is read, so an address without a reader is a mistake. */
function inboundOf(env: z.infer<typeof Environment>): InboundConfig | null {
  const { INBOUND_ADDRESS: address, IMAP_URL: imapUrl, LMTP_LISTEN: lmtpListen } = env;
  const isRead = Boolean(imapUrl ?? lmtpListen);
  if (address === undefined && isRead)
    throw new ConfigError('IMAP_URL and LMTP_LISTEN need INBOUND_ADDRESS, whose mail they bring.');
  if (address === undefined) return null;
  if (!isRead) throw new ConfigError('INBOUND_ADDRESS needs IMAP_URL or LMTP_LISTEN, which bring its mail.');
  return {
    address: mailbox(address),
    imapUrl: imapUrl ?? null,
    lmtpListen: lmtpListen ?? null,
    authservId: env.AUTHSERV_ID ?? null,
  };
}

function firstProblem(error: z.ZodError): string {
  const issue = error.issues[0];
  const message = issue?.message ?? 'is wrong';
  return `${String(issue?.path[0])} ${message.startsWith('must') ? message : `is wrong: ${message}`}.`;
}

function secrets(master: () => string): (purpose: SecretPurpose) => string {
  const known = new Map<SecretPurpose, string>();
  return (purpose) => {
    const secret = known.get(purpose) ?? derive(master(), purpose);
    known.set(purpose, secret);
    return secret;
  };
}

function derive(master: string, purpose: SecretPurpose): string {
  const key = createHash('sha256').update(master).digest();
  return Buffer.from(hkdfSync('sha256', key, 'rostrum', purpose, 32)).toString('base64url');
}

// Without SESSION_SECRET a random one is kept beside the data, so that links and sessions outlive a restart.
function storedSecret(folder: string): string {
  const file = join(folder, 'secret');
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(file, `${randomBytes(48).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(file, 'utf8').trim();
}

/** `Rostrum <events@example.org>`, or an address alone. */
function mailbox(text: string): Mailbox {
  const [, name = '', inBrackets] = /^(.*?)\s*<([^<>]+)>$/.exec(text) ?? [];
  return { name, address: inBrackets ?? text };
}
