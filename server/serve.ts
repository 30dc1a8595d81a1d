import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { carriers } from './effects.ts';
import { startAbandoningImports } from './features/exchange/jobs.ts';
import { isOwnServer } from './features/mail/own-server.ts';
import { startImports } from './features/imports/jobs.ts';
import { startWaves } from './features/letters/jobs.ts';
import type { Sender } from './features/letters/letter-writes.ts';
import type { DkimKey } from './features/mail/dkim-key.ts';
import type { MailTools } from './features/mail/mail-tools.ts';
import { startDelivery } from './features/mail/start-delivery.ts';
import { createTransport } from './features/mail/transport.ts';
import { startInbound } from './inbound.ts';
import { openLive } from './live.ts';
import { dkimKey, postOffice } from './post-office.ts';
import { recheckSockets, requireSignIn } from './live-sign-in.ts';
import { mailWriters } from './mails.ts';
import { modelsWithEffects } from './models.ts';
import type { Carrier } from './platform/database/carry-out.ts';
import { createEffects } from './platform/database/effects.ts';
import { sessions } from './platform/http/session.ts';
import { networkBehind, type TrustsHop } from './platform/live/limit-connections.ts';
import { createLiveServer, type LiveServer } from './platform/live/server.ts';
import type { Log } from './platform/log.ts';
import { openViews } from './views.ts';

export interface Running {
  url: string;
  port: number;
  /** Of the door for incoming mail; null when there is none, or when it is a file. */
  lmtpPort: number | null;
  close(): Promise<void>;
}

const DRAIN_MS = 8_000;

/** Everything above the database: effects, mail, pages, sockets. The database must be connected and migrated. */
export async function serve(config: Config, log: Log): Promise<Running> {
  const site = { url: config.baseUrl ?? '' };
  const secure = config.baseUrl?.startsWith('https:') ?? false;
  const session = sessions({ secret: config.secret('session'), secure });
  const views = await openViews(config);
  const dkim = await dkimKey(config);
  const baseUrl = (): string => site.url;
  const app = createApp({ config, log, views, dkim, sessions: session, baseUrl });
  const http = createServer(app);
  limitPatience(http);
  const trusts: TrustsHop = app.get('trust proxy fn');
  const io = createLiveServer(http, {
    allowOrigin: (origin, host) => isOwn(origin, host, site.url),
    networks: { most: config.sockets.perAddress, of: (req) => networkBehind(req, trusts) },
  });
  requireSignIn(io, { sessions: session, log, perActor: config.sockets.perUser });
  openLive(io, log);
  const port = await listen(http, config);
  site.url ||= `http://${nameOf(config.host)}:${port}`;

  const tools = mailTools(config, { engine: views, siteUrl: site.url });
  const transport = createTransport(config.smtpUrl);
  const office = postOffice(config, { siteUrl: site.url, dkim });
  const delivery = startDelivery({
    transport,
    writers: mailWriters(tools),
    office,
    log,
    connections: config.mail.connections,
    pace: config.mail.pace,
    isOwnServer: isOwnServer(config.smtpUrl, config.mailFrom.address),
  });
  const incoming = await startInbound(config, { office, log });
  const effects = createEffects({
    models: modelsWithEffects,
    carriers: { ...carriers, mail: thenNudge(delivery, carriers['mail']) },
    log,
  });
  const workers = [
    delivery,
    incoming,
    startWaves({ sender: senderOf(config, { tools, dkim }), log }),
    recheckSockets(io, log),
    startAbandoningImports(log),
    startImports(log),
  ];
  effects.start();
  return {
    url: site.url,
    port,
    lmtpPort: incoming.lmtpPort,
    close: async () => {
      await drain(http, io);
      await Promise.all(workers.map((worker) => worker.stop()));
      await effects.stop();
    },
  };
}

/** In whose name waves go out, and how. */
function senderOf(
  { secret, smtpUrl, mailFrom, mail }: Config,
  { tools, dkim }: { tools: MailTools; dkim: DkimKey | null },
): Sender {
  const from = tools.inbound ?? mailFrom;
  const { bounceAddress: returnPath, dnsServer } = mail;
  return {
    linkKey: secret('guest-link'),
    from,
    installation: { smtpUrl, from, returnPath, dkim, dnsServer },
  };
}

function mailTools(config: Config, here: Pick<MailTools, 'engine' | 'siteUrl'>): MailTools {
  const { timeZone, secret, inbound } = config;
  return { ...here, timeZone, secret, inbound: inbound?.address ?? null };
}

/** Somebody may be waiting for this mail in front of the screen. */
function thenNudge(delivery: { nudge(): void }, carrier: Carrier | undefined): Carrier {
  return async (effects) => {
    await carrier?.(effects);
    delivery.nudge();
  };
}

/** Slow and half-open clients must not hold connections for ever. */
function limitPatience(http: Server): void {
  http.headersTimeout = 10_000;
  http.requestTimeout = 30_000;
  http.keepAliveTimeout = 10_000;
}

/** A page of this site, or no browser at all: programs send no origin and have no cookies to misuse. */
function isOwn(origin: string | undefined, host: string | undefined, own: string): boolean {
  if (origin === undefined || origin === own) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

function listen(http: Server, { host, port }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, () => resolve((http.address() as AddressInfo).port));
  });
}

function nameOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

/** No new requests; those under way are answered, within limits. */
async function drain(http: Server, io: LiveServer): Promise<void> {
  const late = setTimeout(() => http.closeAllConnections(), DRAIN_MS);
  io.disconnectSockets(true);
  http.closeIdleConnections();
  await io.close();
  clearTimeout(late);
}
