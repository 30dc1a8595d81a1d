import type { IncomingMessage } from 'node:http';
import { networkOf } from '../http/rate-limit.ts';
import { allowance, type Places } from './allowance.ts';
import type { LiveServer } from './server.ts';

/** A page says a word or two when it opens, and none after that. */
const BURST = 40;
const PER_SECOND = 20;

/** Whether a hop is a proxy of ours: Express makes this function of `trust proxy`. */
export type TrustsHop = (address: string, hop: number) => boolean;

/** The network a connection comes from, behind the proxies that are trusted. */
export function networkBehind(req: IncomingMessage, trusts: TrustsHop): string {
  const forwarded = [req.headers['x-forwarded-for'] ?? []].flat().join(',');
  const told = forwarded.split(',').map((hop) => hop.trim());
  const hops = [req.socket.remoteAddress ?? '', ...told.filter(Boolean).toReversed()];
  const client = hops.find((hop, place) => !trusts(hop, place)) ?? hops.at(-1);
  return networkOf(client ?? '');
}

/** Counts connections by network as long as they last, and cuts those who talk without end. */
export function limitConnections(
  io: LiveServer,
  { networks, networkFor }: { networks: Places; networkFor: (req: IncomingMessage) => string },
): void {
  io.engine.on('connection', (connection: Connection) => {
    const { socket } = connection.request;
    const giveBack = networks.take(networkFor(connection.request));
    const mayTalk = allowance(BURST, PER_SECOND);
    connection.once('close', () => giveBack?.());
    connection.on('packet', () => {
      if (mayTalk(performance.now())) return;
      connection.close(true);
      // Whoever floods does not wait for the end of the conversation either.
      socket.destroy();
    });
  });
}

/** What is needed of a connection of Engine.IO. */
interface Connection {
  request: IncomingMessage;
  on(event: 'packet', listener: () => void): void;
  once(event: 'close', listener: () => void): void;
  close(discard: boolean): void;
}
