import mongoose, { type Connection } from 'mongoose';
import type { Log } from '../log.ts';
import { refuseUndefinedFilters } from './refuse-undefined.ts';

/** Long enough for an engine that restarts within the second, short enough to answer 503 in time. */
const SELECTION_MS = 3_000;
const QUERY_MS = 10_000;
const SILENCE_MS = 20_000;

export interface ConnectOptions {
  /** Overrides the name in the address; `rostrum` where neither says. */
  database?: string;
  log?: Log;
}

/**
 * Opens mongoose's default connection, on which the models live. Every acknowledged write is in the journal, and
 * on a replica set at the majority; a standalone server treats `majority` as itself.
 */
export async function connectDatabase(uri: string, options: ConnectOptions = {}): Promise<Connection> {
  mongoose.set('strictQuery', 'throw');
  mongoose.set('maxTimeMS', QUERY_MS);
  refuseUndefinedFilters();
  await mongoose.connect(uri, {
    dbName: options.database ?? databaseIn(uri) ?? 'rostrum',
    writeConcern: { w: 'majority', j: true },
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
  });
  if (options.log) report(mongoose.connection, options.log);
  return mongoose.connection;
}

function databaseIn(uri: string): string | undefined {
  return /^mongodb(?:\+srv)?:\/\/[^/]+\/([^?]+)/.exec(uri)?.[1];
}

function report(connection: Connection, log: Log): void {
  connection.on('disconnected', () => log.warn('database away'));
  connection.on('reconnected', () => log.info('database back'));
}
