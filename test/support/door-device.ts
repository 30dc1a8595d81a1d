import { createHash, webcrypto } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { EnrolAnswer } from '../../contract/door/enrolment.ts';
import { doorAuthorization, socketTextToSign, textToSign } from '../../contract/door/signing.ts';
import type { ClientToServer, ServerToClient } from '../../contract/live/index.ts';
import { paths } from '../../server/paths.ts';

export type DeviceSocket = Socket<ServerToClient, ClientToServer>;

export interface DeviceKey {
  publicKey: string;
  sign(text: string): Promise<string>;
}

export interface DeviceAnswer {
  status: number;
  headers: Headers;
  body: unknown;
}

/** An enrolled device as far as the server can tell, for tests and benches. */
export interface DoorDevice {
  id: string;
  /** Signs and posts; `clock` is how far its clock is ahead, in milliseconds. */
  post(path: string, value: unknown, clock?: number): Promise<DeviceAnswer>;
  /** The header for this request, for those who send it themselves. */
  authorization(path: string, body: string, clock?: number): Promise<string>;
  /** What a live connection shows. */
  auth(clock?: number): Promise<{ door: string; at: number; sig: string }>;
  /** A live connection that is not taken up again when it ends. */
  connect(): Promise<DeviceSocket>;
}

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** A key as a browser makes it: the private half cannot be taken out. */
export async function makeDeviceKey(): Promise<DeviceKey> {
  const pair = await webcrypto.subtle.generateKey(ecdsa, false, ['sign', 'verify']);
  const spki = await webcrypto.subtle.exportKey('spki', pair.publicKey);
  return {
    publicKey: Buffer.from(spki).toString('base64url'),
    sign: async (text) => {
      const signature = await webcrypto.subtle.sign(ecdsa, pair.privateKey, Buffer.from(text));
      return Buffer.from(signature).toString('base64url');
    },
  };
}

/** Sets a device up by the secret of its code, as the page does. */
export async function enrol(site: string, secret: string): Promise<DoorDevice> {
  const key = await makeDeviceKey();
  const { status, body } = await send(site, paths.enrolDevice, {
    body: JSON.stringify({ secret, publicKey: key.publicKey, version: 'test' }),
  });
  if (status !== 200) throw new Error(`The device was not set up: ${JSON.stringify(body)}`);
  return deviceWith(site, { id: (body as EnrolAnswer).door.id, key });
}

/** A device whose key the database knows already. */
export function deviceWith(site: string, { id, key }: { id: string; key: DeviceKey }): DoorDevice {
  const authorization = async (path: string, body: string, clock = 0): Promise<string> => {
    const at = Date.now() + clock;
    const digest = createHash('sha256').update(body).digest('hex');
    const sig = await key.sign(textToSign({ at, method: 'POST', path, digest }));
    return doorAuthorization({ door: id, at, sig });
  };
  const auth = async (clock = 0) => {
    const at = Date.now() + clock;
    return { door: id, at, sig: await key.sign(socketTextToSign(at)) };
  };
  return {
    id,
    authorization,
    auth,
    async post(path, value, clock = 0) {
      const body = JSON.stringify(value);
      return send(site, path, { body, authorization: await authorization(path, body, clock) });
    },
    async connect() {
      const socket: DeviceSocket = io(site, {
        transports: ['websocket'],
        auth: await auth(),
        reconnection: false,
        forceNew: true,
      });
      await new Promise<void>((resolve, reject) => {
        socket.once('connect', resolve);
        socket.once('connect_error', reject);
      });
      return socket;
    },
  };
}

async function send(
  site: string,
  path: string,
  { body, authorization }: { body: string; authorization?: string },
): Promise<DeviceAnswer> {
  const response = await fetch(new URL(path, site), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
    body,
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : null };
}
