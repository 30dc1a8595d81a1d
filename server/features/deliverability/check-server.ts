import { once } from 'node:events';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { mustEncrypt } from '../mail/must-encrypt.ts';
import { type Finding, finding } from './finding.ts';

const patience = {
  connectionTimeout: 5_000,
  greetingTimeout: 5_000,
  socketTimeout: 8_000,
  dnsTimeout: 5_000,
};

/** Does the mail server answer, take our name and password, and keep what is said to it secret on the way? */
export async function checkServer(smtpUrl: string, isNear: boolean): Promise<Finding[]> {
  const { auth, ...server } = parseConnectionUrl(smtpUrl);
  const params = { host: server.host ?? '' };
  const secret = await open({ ...server, ...patience, requireTLS: true });
  if (!('error' in secret)) {
    const signIn = await signInOver(secret.connection, auth, params);
    return [signIn, finding('tls', 'good', 'secret', { params })];
  }
  // Without TLS, or with a certificate nobody vouches for: does it answer at all?
  const plain = await open({ ...server, ...patience, tls: { rejectUnauthorized: false } });
  if ('error' in plain)
    return [finding('server', 'fault', 'silent', { params: { ...params, reason: plain.error.message } })];
  const isEncrypted = plain.connection.secure;
  if (!isEncrypted && mustEncrypt({ ...server, auth })) {
    plain.connection.close();
    return [finding('server', 'fault', 'in-clear', { params }), finding('tls', 'advice', 'open', { params })];
  }
  const signIn = await signInOver(plain.connection, isEncrypted ? undefined : auth, params);
  if (isNear) return [signIn, finding('tls', 'good', 'near', { params })];
  return [signIn, finding('tls', 'advice', isEncrypted ? 'certificate' : 'open', { params })];
}

type Opened = { connection: SMTPConnection } | { error: Error };

function open(options: ConstructorParameters<typeof SMTPConnection>[0]): Promise<Opened> {
  const connection = new SMTPConnection(options);
  return new Promise((resolve) => {
    connection.on('error', (error: Error) => {
      connection.close();
      resolve({ error });
    });
    connection.connect(() => resolve({ connection }));
  });
}

async function signInOver(
  connection: SMTPConnection,
  auth: ReturnType<typeof parseConnectionUrl>['auth'],
  params: { host: string },
): Promise<Finding> {
  const refusal = auth && connection.allowsAuth ? await refusalOf(connection, auth) : null;
  const ended = once(connection, 'end').catch(() => undefined);
  connection.quit();
  setTimeout(() => connection.close(), 1_000).unref();
  await ended;
  if (refusal)
    return finding('server', 'fault', 'sign-in', { params: { ...params, reason: refusal.message } });
  return finding('server', 'good', 'answers', { params });
}

function refusalOf(
  connection: SMTPConnection,
  auth: NonNullable<ReturnType<typeof parseConnectionUrl>['auth']>,
): Promise<Error | null> {
  return new Promise((resolve) => {
    connection.login(auth, (error) => resolve(error ?? null));
  });
}
