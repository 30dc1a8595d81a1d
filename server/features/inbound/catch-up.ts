import type { ImapFlow } from 'imapflow';
import { type InboundMailbox, InboundMailboxes } from '../../../models/inbound-mailbox.ts';
import { now } from '../../platform/clock.ts';
import type { Log } from '../../platform/log.ts';
import { mailLimits } from '../../platform/mail-parser/mail-limits.ts';
import { accountName, type ImapAccount } from './imap-account.ts';
import { addressIn, headerOf } from './raw-header.ts';
import { receiveMail } from './receive.ts';

export interface CatchUp {
  account: ImapAccount;
  recipients: (raw: Buffer) => string[];
  received: () => void;
  log: Log;
}

const DAY = 24 * 60 * 60 * 1000;
const rescanDays = 30;

/**
 * Takes in whatever the mailbox has that we have not read. Numbers are only good under the same UIDVALIDITY; under
 * another one, and at first, everything of the last month is looked at again: what is known already is not taken twice.
 */
export async function catchUp(client: ImapFlow, work: CatchUp): Promise<number> {
  const { account } = work;
  const lock = await client.getMailboxLock(account.folder);
  try {
    const uidValidity = String(client.mailbox ? client.mailbox.uidValidity : '');
    const place = await InboundMailboxes.findById(accountName(account)).lean<InboundMailbox>();
    const known = place?.uidValidity === uidValidity ? place : null;
    if (place && !known) work.log.warn({ mailbox: place._id }, 'mailbox numbered anew, looking again');
    const uids = await newUids(client, known?.lastUid ?? null);
    if (!known) await remember(account, { uidValidity, lastUid: 0 });
    for (const uid of uids) {
      await takeOne(client, uid, work);
      await remember(account, { uidValidity, lastUid: uid });
    }
    return uids.length;
  } finally {
    lock.release();
  }
}

async function newUids(client: ImapFlow, lastUid: number | null): Promise<number[]> {
  const since = new Date(now().getTime() - rescanDays * DAY);
  const query = lastUid === null ? { since } : { uid: `${lastUid + 1}:*` };
  const found = await client.search(query, { uid: true });
  if (!found) throw new Error('The mailbox did not answer a search');
  // `n:*` always names the last message too, whatever its number.
  return found.filter((uid) => uid > (lastUid ?? 0)).toSorted((a, b) => a - b);
}

async function takeOne(client: ImapFlow, uid: number, { account, recipients, received, log }: CatchUp) {
  const maxLength = mailLimits.size;
  const mail = await client.fetchOne(String(uid), { source: { maxLength }, size: true }, { uid: true });
  // Gone meanwhile: somebody else has moved or deleted it.
  if (!mail || !mail.source) return;
  const raw = mail.source;
  await receiveMail({
    raw,
    recipients: recipients(raw),
    envelopeFrom: returnPathIn(raw),
    via: 'imap',
    isCut: (mail.size ?? 0) > raw.byteLength,
  });
  received();
  if (account.processed) await moveAway(client, uid, { account, log });
}

/** Servers write down the envelope's sender; `<>` means that nobody may be answered. */
function returnPathIn(raw: Buffer): string | null {
  const path = headerOf(raw, 'return-path');
  return path === '' ? addressIn(headerOf(raw, 'from')) || null : addressIn(path) || null;
}

async function moveAway(client: ImapFlow, uid: number, { account, log }: Pick<CatchUp, 'account' | 'log'>) {
  const moved = await client.messageMove(String(uid), account.processed, { uid: true });
  if (moved) return;
  log.warn({ folder: account.processed }, 'inbound mail not moved');
}

async function remember(account: ImapAccount, place: Pick<InboundMailbox, 'uidValidity' | 'lastUid'>) {
  await InboundMailboxes.updateOne(
    { _id: accountName(account) },
    { $set: { ...place, readAt: now() } },
    { upsert: true },
  );
}
