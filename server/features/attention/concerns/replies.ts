import { type Guest, Guests } from '../../../../models/guest.ts';
import { type InboundMail, InboundMails } from '../../../../models/inbound-mail.ts';
import { paths } from '../../../paths.ts';
import type { Access } from '../../access/access.ts';
import type { Concern, ConcernRow, Looking, Wanted } from '../concern.ts';
import { idsIn, person, personFields, type Shown } from '../person.ts';

const fields = { guest: 1, receivedAt: 1, sender: 1, 'decision.reason': 1, 'reading.written': 1 } as const;
const EXCERPT = 120;

type Waiting = Pick<InboundMail, '_id' | 'guest' | 'receivedAt' | 'sender' | 'reading'>;

/** Answers that came by mail and that we do not dare to read alone. */
export const replies: Concern = {
  kind: 'replies',
  tone: 'attention',
  icon: 'mail-question-mark',
  place: ({ event }) => paths.replies(event),
  count: ({ access }) => InboundMails.countDocuments({ event: access.event._id, state: 'needs-human' }),
  rows,
};

async function rows({ access }: Looking, { limit, keys }: Wanted): Promise<ConcernRow[]> {
  const event = access.event._id;
  const only = keys ? { _id: { $in: idsIn(keys) } } : {};
  const waiting = await InboundMails.find({ event, state: 'needs-human', ...only }, fields)
    .sort({ receivedAt: -1, _id: -1 })
    .limit(limit)
    .lean<Waiting[]>();
  const ids = waiting.flatMap(({ guest }) => (guest ? [guest] : []));
  const guests = await Guests.find({ event, _id: { $in: ids } }, personFields).lean<Shown[]>();
  const byId = new Map(guests.map((guest) => [String(guest._id satisfies Guest['_id']), guest]));
  return waiting.map((mail) => rowOf(access, mail, byId.get(String(mail.guest))));
}

function rowOf(access: Access, mail: Waiting, guest: Shown | undefined): ConcernRow {
  const written = (mail.reading?.written ?? '').replaceAll(/\s+/g, ' ').trim();
  return {
    key: String(mail._id),
    mark: 'waiting',
    who: guest
      ? person(access, guest)
      : { kind: 'thing', name: { vi: mail.sender }, detail: '', href: paths.replies(access.event) },
    say: written === '' ? 'attention.say.reply' : 'attention.say.reply-says',
    params: { text: written.length > EXCERPT ? `${written.slice(0, EXCERPT)}…` : written },
    since: mail.receivedAt,
    act: { label: 'attention.act.read', href: paths.replies(access.event) },
  };
}
