import type { Locale } from '../../../contract/locales.ts';
import type { KeysetPage } from '../../platform/database/keyset.ts';
import { paths } from '../../paths.ts';
import { formatNumber } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { ViewModel } from '../../platform/views/view-set.ts';
import type { Access } from '../access/access.ts';
import { displayName } from '../directory/person-name.ts';
import { AcceptInput, type RepliesQuery, replyTabs } from './input.ts';
import type { ReplyGuest, ReplyRow } from './reply-list.ts';
import type { views } from './views.ts';

type Page = ViewModel<typeof views, 'replies/index'>;
type Card = Page['replies'][number];

export interface RepliesFacts {
  query: RepliesQuery;
  counts: Record<(typeof replyTabs)[number], number>;
  page: KeysetPage<ReplyRow> & { guests: ReadonlyMap<string, ReplyGuest> };
}

const tones: Readonly<Record<ReplyGuest['standing'], string>> = {
  'not-invited': '',
  'no-answer': 'waiting',
  attending: 'present',
  tentative: 'waiting',
  substitute: 'attention',
  declined: 'refused',
  cancelled: 'refused',
};

export function repliesModel(access: Access, { query, counts, page }: RepliesFacts, locale: Locale): Page {
  const at = paths.replies(access.event);
  const address = (given: Record<string, string>): string =>
    `${at}?${new URLSearchParams({ tab: query.tab, ...given }).toString()}`;
  return {
    source: address({ part: 'list', ...(query.after ? { after: query.after } : {}) }),
    tabs: replyTabs.map((tab) => ({
      href: `${at}?tab=${tab}`,
      label: translate(locale, `replies.tab.${tab}`),
      count: formatNumber(locale, counts[tab]),
      current: tab === query.tab,
    })),
    isWaiting: query.tab === 'waiting',
    replies: page.rows.map((row) => card(access, { row, guests: page.guests }, locale)),
    previous: page.previous && address({ after: page.previous }),
    next: page.next && address({ after: page.next }),
  };
}

function card(
  access: Access,
  { row, guests }: { row: ReplyRow; guests: RepliesFacts['page']['guests'] },
  locale: Locale,
): Card {
  const guest = guests.get(String(row.guest)) ?? null;
  const isOpen = row.state === 'needs-human';
  const from = row.reading?.from.address || row.sender;
  const kind = row.decision?.kind ?? null;
  return {
    id: String(row._id),
    ...personOf(access, guest, locale),
    from: row.reading?.from.name ? `${row.reading.from.name} <${from}>` : from,
    isElsewhere: guest !== null && from !== '' && guest.email.toLowerCase() !== from.toLowerCase(),
    invited: guest?.email ?? '',
    at: row.receivedAt,
    subject: row.reading?.subject ?? '',
    reason: row.decision ? translate(locale, `replies.reason.${row.decision.reason}`) : '',
    isForgotten: row.reading === null,
    written: row.reading?.written ?? '',
    quoted: row.reading?.quoted ?? '',
    readAs: kind ? translate(locale, `states.answer.${kind}`) : '',
    decidedBy: row.decision?.by ?? '',
    ...(isOpen ? actionsOf(access, row, locale) : noActions),
  };
}

function personOf(
  { event }: Access,
  guest: ReplyGuest | null,
  locale: Locale,
): Pick<Card, 'name' | 'guest' | 'standing' | 'tone'> {
  if (!guest) return { name: '', guest: '', standing: '', tone: '' };
  return {
    name: displayName(guest.name, locale),
    guest: paths.guest(event, guest),
    standing: translate(locale, `states.standing.${guest.standing}`),
    tone: tones[guest.standing],
  };
}

type Actions = Pick<Card, 'accept' | 'proposal' | 'others' | 'record' | 'link' | 'dismiss'>;

const noActions: Actions = { accept: '', proposal: null, others: [], record: '', link: '', dismiss: '' };

function actionsOf({ event }: Access, row: ReplyRow, locale: Locale): Actions {
  const kinds = AcceptInput.shape.kind.options;
  const choice = (kind: (typeof kinds)[number]) => ({
    kind,
    label: translate(locale, 'replies.accept', { answer: translate(locale, `states.answer.${kind}`) }),
  });
  const proposed = kinds.find((kind) => kind === row.decision?.kind);
  return {
    accept: paths.acceptReply(event, row),
    proposal: proposed ? choice(proposed) : null,
    others: kinds.filter((kind) => kind !== proposed).map(choice),
    record: row.guest ? paths.recordAnswer(event, row.guest) : '',
    link: paths.sendReplyLink(event, row),
    dismiss: paths.dismissReply(event, row),
  };
}
