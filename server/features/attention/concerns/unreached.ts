import type { MailState } from '../../../../contract/states.ts';
import { type Guest, Guests } from '../../../../models/guest.ts';
import { type OutboxMail, OutboxMails } from '../../../../models/outbox-mail.ts';
import { paths } from '../../../paths.ts';
import type { Access } from '../../access/access.ts';
import { bouncedGuests } from '../../guests/bounced.ts';
import type { Concern, ConcernRow, Looking, Wanted } from '../concern.ts';
import { once } from '../once.ts';
import { idsIn, person, personFields, type Shown } from '../person.ts';

const lost: readonly MailState[] = ['failed', 'bounced', 'suppressed'];

/** Guests whom the last mail did not reach: the address has to be corrected. */
export const unreached: Concern = {
  kind: 'unreached',
  tone: 'refused',
  icon: 'mail',
  place: ({ event }) => `${paths.guests(event)}?tab=bounced`,
  count: async (looking) => {
    const { access } = looking;
    const ids = await bounced(looking);
    if (ids.length === 0) return 0;
    return Guests.countDocuments({ event: access.event._id, _id: { $in: ids }, state: 'listed' });
  },
  rows,
};

const bounced = once(({ access }) => bouncedGuests(access.event));

type Lost = Shown & Pick<Guest, 'email' | 'order'>;
type Last = Pick<OutboxMail, '_id' | 'guest' | 'state' | 'queuedAt' | 'to'>;

async function rows(looking: Looking, { limit, keys }: Wanted): Promise<ConcernRow[]> {
  const { access } = looking;
  const all = await bounced(looking);
  const ids = keys ? all.filter((id) => keys.includes(String(id))) : all;
  if (ids.length === 0) return [];
  const guests = await Guests.find(
    { event: access.event._id, _id: { $in: ids }, state: 'listed' },
    { ...personFields, email: 1, order: 1 },
  )
    .sort({ order: 1, _id: 1 })
    .limit(limit)
    .lean<Lost[]>();
  const last = await lastMails(access, idsIn(guests.map(({ _id }) => String(_id))));
  return guests.map((guest) => rowOf(access, guest, last.get(String(guest._id))));
}

async function lastMails({ event }: Access, ids: readonly string[]): Promise<Map<string, Last>> {
  const mails = await OutboxMails.find(
    { event: event._id, guest: { $in: ids }, state: { $in: lost } },
    { guest: 1, state: 1, queuedAt: 1, to: 1 },
  )
    .sort({ queuedAt: 1 })
    .lean<Last[]>();
  return new Map(mails.map((mail) => [String(mail.guest), mail]));
}

function rowOf(access: Access, guest: Lost, mail: Last | undefined): ConcernRow {
  const state = mail?.state ?? 'bounced';
  const address = mail?.to.address ?? guest.email;
  const isCorrected = mail !== undefined && guest.email !== '' && guest.email !== address;
  return {
    key: String(guest._id),
    mark: `${mail?._id ?? ''}:${state}:${guest.email}`,
    who: person(access, guest),
    say: isCorrected ? 'attention.say.corrected' : `attention.say.${sayOf(state)}`,
    params: { address },
    since: mail?.queuedAt ?? null,
    act:
      isCorrected && mail
        ? { label: 'attention.act.open-mail', href: paths.mail(access.event, mail._id) }
        : { label: 'attention.act.correct', href: paths.editGuest(access.event, guest) },
  };
}

function sayOf(state: MailState): 'failed' | 'bounced' | 'suppressed' {
  return state === 'failed' || state === 'suppressed' ? state : 'bounced';
}
