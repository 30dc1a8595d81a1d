import { hash, verify } from '@node-rs/argon2';
import { AppError } from '../../platform/errors.ts';

const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const AT_ONCE = 2;
const LONGEST_QUEUE = 50;

let running = 0;
const queue: (() => void)[] = [];
let nobodys: Promise<string> | undefined;

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFC'), COST));
}

/** With null, for an account that does not exist, it is as slow as with a hash: the time tells nothing. */
export async function matchesPassword(stored: string | null, password: string): Promise<boolean> {
  const against = stored ?? (await (nobodys ??= hashPassword('nobody has this password')));
  const matches = await inTurn(() => verify(against, password.normalize('NFC')));
  return stored !== null && matches;
}

/** A hash costs 19 MiB and tens of milliseconds of a core: two at once, and no endless queue. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < AT_ONCE) running += 1;
  else if (queue.length < LONGEST_QUEUE) await new Promise<void>((resolve) => queue.push(resolve));
  else throw new AppError(503, 'errors.unavailable');
  try {
    return await work();
  } finally {
    passOn();
  }
}

/** The place goes to the next in the queue, or is free. */
function passOn(): void {
  const next = queue.shift();
  if (next) next();
  else running -= 1;
}
