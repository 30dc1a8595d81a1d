import type { MailState } from '../../../contract/states.ts';
import { type OutboxMail, OutboxMails } from '../../../models/outbox-mail.ts';
import { now } from '../../platform/clock.ts';
import type { ParsedMail } from '../../platform/mail-parser/parsed-mail.ts';
import { addressKey, maskedAddress } from './address-key.ts';
import { readBounceAddress } from './bounce-address.ts';
import type { Bounce } from './bounce-class.ts';
import { findByDigest } from './find-sent.ts';
import { heedBounce } from './heed-bounce.ts';
import { hostOf } from './host-of.ts';
import type { PostOffice } from './post-office.ts';
import { readReport } from './read-report.ts';
import { suppress } from './suppress.ts';
import { tellMail } from './tell-mail.ts';
import { readUnsubscribeToken } from './unsubscribe-token.ts';
import { unsubscribe } from './unsubscribe.ts';

/** `not-ours`: the recipient is no address of a report, so the mail may be an answer. */
export type BounceOutcome = 'applied' | 'ignored' | 'not-ours';
type Keys = Pick<PostOffice, 'secret' | 'returnPath'>;

/** A mail to ourselves, to see whether mails arrive. */
export const trialKind = 'deliverability.trial';

const fortnight = 14 * 24 * 3_600_000;
// A report may come while the mail still counts as uncertain, or as on its way when the other side is quick.
const reportable: readonly MailState[] = ['sent', 'unknown', 'sending', 'retry'];

/** A mail to one of the addresses that only our mails know: a report, a complaint, or a wish for no more. */
export async function handleBounce(mail: ParsedMail, recipient: string, keys: Keys): Promise<BounceOutcome> {
  const tag = readBounceAddress(keys, recipient);
  if (tag === null) return complainedOf(mail, keys);
  const sent = await findByDigest(tag.digest);
  if (sent === null || isLongAgo(sent)) return 'ignored';
  if (tag.kind === 'u') return wantNoMore(sent, keys, tag.digest);
  const report = readReport(mail);
  if (report === null) return sent.kind === trialKind ? noteReturn(sent, mail) : 'ignored';
  return report.kind === 'complaint' ? complain(sent, keys) : bounce(sent, report.bounce, keys);
}

async function bounce(sent: OutboxMail, report: Bounce, keys: Keys): Promise<BounceOutcome> {
  if (!reportable.includes(sent.state)) return 'ignored';
  // First what follows for the address, which does no harm twice: once the mail says "bounced", nobody looks again.
  await heedBounce(sent, report, keys);
  const { code, text } = report;
  const entry = { at: now(), state: 'bounced' as const, stage: null, code, text: text.slice(0, 500) };
  const { matchedCount } = await OutboxMails.updateOne(
    { _id: sent._id, state: { $in: reportable } },
    {
      $set: {
        state: 'bounced',
        due: null,
        leaseUntil: null,
        token: null,
        lastError: { code, text: entry.text },
      },
      $push: { log: { $each: [entry], $slice: -30 } },
    },
  );
  if (matchedCount === 0) return 'ignored';
  tellMail(sent.event);
  return 'applied';
}

/** A trial mail has come round: its headers say what the receiving server made of it. */
async function noteReturn(sent: OutboxMail, mail: ParsedMail): Promise<BounceOutcome> {
  const said = (mail.headers.get('authentication-results') ?? []).join('\n').slice(0, 2000);
  await OutboxMails.updateOne({ _id: sent._id }, { $set: { data: { arrivedAt: now(), said } } });
  return 'applied';
}

async function complain(sent: OutboxMail, keys: Keys): Promise<BounceOutcome> {
  const { address } = sent.to;
  await suppress({ scope: 'complaint', key: addressKey(keys, address), hint: maskedAddress(address) });
  return 'applied';
}

async function wantNoMore(sent: OutboxMail, keys: Keys, digest: string): Promise<BounceOutcome> {
  const key = addressKey(keys, sent.to.address);
  await unsubscribe({ digest, organisation: await hostOf(sent.event), key });
  return 'applied';
}

/** Complaints come to an address of the provider's choosing; the mail inside carries a link only we can have made. */
async function complainedOf(mail: ParsedMail, keys: Keys): Promise<BounceOutcome> {
  if (readReport(mail)?.kind !== 'complaint') return 'not-ours';
  const inside = [...mail.parts.map(({ content }) => content), Buffer.from(mail.text)]
    .map(unfolded)
    .join('\n');
  const token = /\/u\/([\w-]{80})/.exec(inside)?.[1] ?? '';
  const claim = readUnsubscribeToken(keys, token);
  const sent = claim && (await findByDigest(claim.digest));
  if (!sent || isLongAgo(sent)) return 'ignored';
  return complain(sent, keys);
}

/** Counted from when it left: a mail may have waited for its pace or in a paused wave for days. */
function isLongAgo({ queuedAt, troubledAt, sentAt }: OutboxMail): boolean {
  const left = Math.max(...[queuedAt, troubledAt, sentAt].map((at) => at?.getTime() ?? 0));
  return now().getTime() - left > fortnight;
}

function unfolded(content: Buffer): string {
  return content
    .subarray(0, 64 * 1024)
    .toString('latin1')
    .replace(/\r?\n[ \t]+/g, ' ');
}
