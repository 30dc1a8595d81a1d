import { doorAuthorization, textToSign } from '../../../contract/door/signing.ts';
import { toHex } from '../../../contract/hex.ts';
import { Problem, readProblem, Unreachable } from '../lib/problem.ts';
import type { DoorClock } from './clock.ts';
import { sign } from './sign.ts';
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
    const told = clock.ask();
    try {
      return await post<T>(path, { body, patience, authorization: await signed(path, body) });
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'doors.clock' || !error.now) throw error;
      told(error.now);
    }
    return post<T>(path, { body, patience, authorization: await signed(path, body) });
  };

  async function signed(path: string, body: string): Promise<string> {
    const digest = toHex(
      new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body))),
    );
    const proof = await sign(identity, clock, (at) => textToSign({ at, method: 'POST', path, digest }));
    return doorAuthorization(proof);
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
