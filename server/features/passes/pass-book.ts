import { createHash } from 'node:crypto';
import type { Types } from 'mongoose';
import { PASS_ID_BYTES, passIdText } from '../../../contract/pass/pass-id.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import { kept } from '../../platform/kept.ts';

interface EventLike {
  _id: Types.ObjectId;
  shortId: string;
}

/** Which code each pass of an event stands for, also those that hold no longer: ids do not lead back to codes. */
interface Book {
  codes: Map<string, string>;
  /** When the last pass in it was made: who knows of a later one knows more than this list. */
  newest: number;
  readAt: number;
  wholeAt: number;
}

type Row = Pick<Guest, 'code' | 'pass' | 'createdAt'>;

const MOST_EVENTS = 20;
/** Writes that were under way when the book was read last are read again. */
const OVERLAP_MS = 10_000;
/** How often at most everything is read again for a pass that is not found. */
const WHOLE_EVERY_MS = 30_000;

const books = kept<Book>(MOST_EVENTS);
const underWay = new Map<string, Promise<Book>>();

/** The code that a pass's id stands for, or stood for; null for a pass of nobody on the list. */
export async function codeOfPass(event: EventLike, pass: string): Promise<string | null> {
  const known = books.get(String(event._id))?.codes.get(pass);
  if (known !== undefined) return known;
  return (await bookNow(event)).codes.get(pass) ?? null;
}

/** When the last pass of the list was made. */
export async function newestPassAt(event: EventLike): Promise<number> {
  return (books.get(String(event._id)) ?? (await bookNow(event))).newest;
}

/** Everybody who asks at once waits for one reading. */
function bookNow(event: EventLike): Promise<Book> {
  const id = String(event._id);
  const reading = underWay.get(id) ?? read(event).finally(() => underWay.delete(id));
  underWay.set(id, reading);
  return reading;
}

async function read(event: EventLike): Promise<Book> {
  const id = String(event._id);
  const known = books.get(id);
  const at = now().getTime();
  const isWhole = !known || at - known.wholeAt > WHOLE_EVERY_MS;
  const since = isWhole ? {} : { updatedAt: { $gte: new Date(known.readAt - OVERLAP_MS) } };
  const rows = await Guests.find(
    { event: event._id, ...since },
    { _id: 0, code: 1, 'pass.former': 1, 'pass.issuedAt': 1, createdAt: 1 },
  ).lean<Row[]>();
  const book = isWhole ? { codes: new Map<string, string>(), newest: 0 } : known;
  for (const row of rows) enterRow(book, event, row);
  return books.set(id, { ...book, readAt: at, wholeAt: isWhole ? at : known.wholeAt });
}

function enterRow(book: Pick<Book, 'codes' | 'newest'>, event: EventLike, row: Row): void {
  for (const code of [row.code, ...(row.pass?.former ?? [])]) book.codes.set(passIdNow(event, code), code);
  const issued = row.pass?.issuedAt ?? row.createdAt;
  book.newest = Math.max(book.newest, issued?.getTime() ?? 0);
}

/** The same id as `passIdOf` makes, at once: a list of ten thousand is gone through in one go. */
export function passIdNow(event: { shortId: string }, code: string): string {
  const hash = createHash('sha256').update(passIdText(event, code)).digest();
  return hash.subarray(0, PASS_ID_BYTES).toString('hex');
}
