import mongoose, { type Connection, type ConnectOptions as ConnectOptionsOfDriver } from 'mongoose';
import type { Log } from '../log.ts';
import { failOnDyingSockets } from './dying-socket.ts';
import { refuseUndefinedFilters } from './refuse-undefined.ts';

/** Long enough for an engine that restarts within the second, short enough to answer 503 in time. */
const SELECTION_MS = 3_000;
const QUERY_MS = 10_000;
const SILENCE_MS = 20_000;

// Not `majority` on a single server: the embedded engine then acknowledges before it has written its journal.
const ONE_JOURNAL = { w: 1, j: true } as const;

export interface ConnectOptions {
  /** Overrides the name in the address; `rostrum` where neither says. */
  database?: string;
  log?: Log;
}

/**
 * Opens mongoose's default connection, on which the models live. Every acknowledged write is in the journal, and
 * where there are several servers, in that of the majority.
 */
export async function connectDatabase(uri: string, options: ConnectOptions = {}): Promise<Connection> {
  mongoose.set('strictQuery', 'throw');
  mongoose.set('maxTimeMS', QUERY_MS);
  refuseUndefinedFilters();
  failOnDyingSockets();
  const settings = connectSettings(options.database ?? databaseIn(uri) ?? 'rostrum');
  await mongoose.connect(uri, { ...settings, writeConcern: ONE_JOURNAL });
  if (hasSeveralServers(await hello(mongoose.connection))) {
    await mongoose.disconnect();
    await mongoose.connect(uri, { ...settings, writeConcern: { w: 'majority', j: true } });
  }
  if (options.log) report(mongoose.connection, options.log);
  return mongoose.connection;
}

/** True for a replica set and for a sharded cluster, by their answer to `hello`. */
export function hasSeveralServers(answer: object): boolean {
  return 'setName' in answer || ('msg' in answer && answer.msg === 'isdbgrid');
}

function connectSettings(dbName: string): ConnectOptionsOfDriver {
  return {
    dbName,
    autoIndex: false,
    autoCreate: false,
    // Without this mongoose holds commands back for ten seconds while the driver already knows better.
    bufferCommands: false,
    serverSelectionTimeoutMS: SELECTION_MS,
    connectTimeoutMS: SELECTION_MS,
    heartbeatFrequencyMS: 2_000,
    waitQueueTimeoutMS: SELECTION_MS,
    socketTimeoutMS: SILENCE_MS,
    maxPoolSize: 50,
    appName: 'rostrum',
  };
}

async function hello({ db }: Connection): Promise<object> {
  return db ? db.admin().command({ hello: 1 }) : {};
}

function databaseIn(uri: string): string | undefined {
  return /^mongodb(?:\+srv)?:\/\/[^/]+\/([^?]+)/.exec(uri)?.[1];
}

function report(connection: Connection, log: Log): void {
  connection.on('disconnected', () => log.warn('database away'));
  connection.on('reconnected', () => log.info('database back'));
}
