import { Types } from 'mongoose';
import { type Conference, Events } from '../../../models/event.ts';
import { type Escort, Escorts } from '../../../models/escort.ts';
import { now } from '../../platform/clock.ts';
import { deriveToken, hashToken } from '../../platform/codes.ts';
import { settle } from '../../platform/database/effects.ts';
import { NotFound } from '../../platform/errors.ts';
import { type Access, demand } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import { isLinkExpired } from '../invitations/reply-state.ts';
import { tellRadar } from './tell-radar.ts';

/** Names the kind of the link: it opens the guests of one escort and nothing else. */
const PURPOSE = 'w';
const shape = /^w_[0-9a-z]{32}$/;

/** Everybody who accompanies guests of the event, by name. */
export async function escorts({ event }: Access): Promise<Escort[]> {
  return Escorts.find({ event: event._id }, { effects: 0 }).sort({ name: 1 }).lean<Escort[]>();
}

/** The secret of an escort's link. Made again whenever it is shown; only its hash is stored. */
export function escortToken(
  key: string,
  { _id, linkRevision }: Pick<Escort, '_id' | 'linkRevision'>,
): string {
  return deriveToken(key, PURPOSE, String(_id), linkRevision);
}

export async function addEscort(
  access: Access,
  { id, name, phone, key }: { id: string; name: string; phone: string; key: string },
): Promise<void> {
  demand(access, 'arrivals.watch');
  const { actor, event } = access;
  const _id = new Types.ObjectId(id);
  const linkHash = hashToken(escortToken(key, { _id, linkRevision: 1 }));
  const effects = [
    audit(actor, { action: 'audit.arrivals.escort-added', event: event._id, params: { name } }),
  ];
  // The id is that of the form: sent twice it adds one.
  await Escorts.updateOne(
    { _id },
    { $setOnInsert: { event: event._id, name, phone, linkRevision: 1, linkHash, effects } },
    { upsert: true },
  );
  settle(Escorts, _id);
  tellRadar(event);
}

/** Ends an escort's link at once, or makes another one; the old one never works again. */
export async function changeEscortLink(
  access: Access,
  { escort, step, key }: { escort: string; step: 'revoke' | 'renew'; key: string },
): Promise<void> {
  demand(access, 'arrivals.watch');
  const { actor, event } = access;
  const found = await Escorts.findOne({ _id: escort, event: event._id }).lean<Escort>();
  if (!found) throw new NotFound('arrivals.no-such-escort');
  const linkRevision = found.linkRevision + 1;
  const linkHash = step === 'renew' ? hashToken(escortToken(key, { _id: found._id, linkRevision })) : '';
  const action = step === 'renew' ? 'audit.arrivals.escort-renewed' : 'audit.arrivals.escort-revoked';
  const effect = audit(actor, { action, event: event._id, params: { name: found.name } });
  await Escorts.updateOne(
    { _id: found._id, linkRevision: found.linkRevision },
    { $set: { linkRevision, linkHash }, $push: { effects: effect } },
  );
  settle(Escorts, found._id);
  tellRadar(event);
}

export interface Escorting {
  access: Access;
  escort: Escort;
}

/** Whose link this is; null for links that never were, were taken away, or whose time is over. */
export async function findEscort(token: string): Promise<Escorting | null> {
  if (!shape.test(token)) return null;
  const escort = await Escorts.findOne({ linkHash: hashToken(token) }).lean<Escort>();
  const event = escort && (await Events.findById(escort.event).lean<Conference>());
  if (!escort || !event || isLinkExpired(event, now())) return null;
  const actor = { kind: 'secretary', id: String(escort._id), name: escort.name } as const;
  return { access: { actor, event, role: 'escort' }, escort };
}
