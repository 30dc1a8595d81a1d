import { doorAuthorization, textToSign } from '../../../contract/door/signing.ts';
import { Problem, readProblem, Unreachable } from '../lib/problem.ts';
import { toBase64Url } from './base64-url.ts';
import type { DoorClock } from './clock.ts';
import type { Identity } from './store.ts';

const PATIENCE_MS = 15_000;

/** A question to the server in the name of this device. */
export type Ask = <T>(path: string, value: object, patience?: number) => Promise<T>;

/**
 * Signs and posts. A server that finds our clock wrong says what time it is, and is asked once more.
 *
 * @throws Unreachable when there was no answer in time, Problem when the server said no.
 */
export function asker(identity: Identity, clock: DoorClock): Ask {
  return async function ask<T>(path: string, value: object, patience = PATIENCE_MS): Promise<T> {
    const body = JSON.stringify(value);
    try {
      return await post<T>(path, { body, patience, authorization: await signed(path, body) });
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'doors.clock' || !error.now) throw error;
      clock.heard(error.now, Date.now(), Date.now());
    }
    return post<T>(path, { body, patience, authorization: await signed(path, body) });
  };

  async function signed(path: string, body: string): Promise<string> {
    const at = clock.now();
    const digest = hex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body)));
    const text = new TextEncoder().encode(textToSign({ at, method: 'POST', path, digest }));
    const sig = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, identity.signing, text);
    return doorAuthorization({ door: identity.id, at, sig: toBase64Url(sig) });
  }
}

/** What needs no device: to become one. */
export function postUnsigned<T>(path: string, value: object): Promise<T> {
  return post<T>(path, { body: JSON.stringify(value), patience: PATIENCE_MS, authorization: '' });
}

async function post<T>(
  path: string,
  { body, patience, authorization }: { body: string; patience: number; authorization: string },
): Promise<T> {
  const response = await reach(path, {
    method: 'POST',
    credentials: 'omit',
    cache: 'no-store',
    signal: AbortSignal.timeout(patience),
    headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
    body,
  });
  if (!response.ok) throw await readProblem(response);
  // What our own server answers has the type that the caller names.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return (response.status === 204 ? undefined : await readJson(response)) as T;
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (error) {
    throw new Unreachable({ cause: error });
  }
}

/** The page of a portal is no answer of ours, and neither is one that broke off. */
async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    throw new Unreachable({ cause: error });
  }
}

function hex(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
