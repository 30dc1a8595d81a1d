import type { z } from 'zod';
import { inLocale } from '../../../contract/localised.ts';
import { type Locale, locales } from '../../../contract/locales.ts';
import type { Award, Recipient } from '../../../models/award.ts';
import type { Conference } from '../../../models/event.ts';
import { paths } from '../../paths.ts';
import { formatTime } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { unprintable } from '../../platform/pdf/glyphs.ts';
import { presenceLooks, presenceOf } from '../directory/presence.ts';
import { atStart, styleOfAddress } from '../directory/style-of-address.ts';
import type { AwardList } from './award-list.ts';
import type { AwardPeople, AwardPerson } from './award-people.ts';
import { decisionText } from './decision-text.ts';
import type { AwardsModel } from './views.ts';

type Model = z.input<typeof AwardsModel>;
type Line = Model['awards'][number];

interface To {
  event: Pick<Conference, 'slug' | 'timeZone'>;
  people: AwardPeople;
  locale: Locale;
  canEdit: boolean;
  canAnnounce: boolean;
}

export function awardsModel({ awards, people }: AwardList, to: Omit<To, 'people'>): Model {
  const recipients = awards.reduce((sum, award) => sum + award.recipients.length, 0);
  return {
    source: `${paths.awards(to.event)}?part=list`,
    canEdit: to.canEdit,
    add: paths.newAward(to.event),
    lead: awards.length > 0 ? translate(to.locale, 'awards.lead', { awards: awards.length, recipients }) : '',
    isEmpty: awards.length === 0,
    awards: awards.map((award, place) => ({
      ...line(award, { ...to, people }),
      place: place + 1,
      ...moves(awards, place),
    })),
  };
}

/** In front of the one before, or behind the one after. */
function moves(awards: readonly Award[], place: number): Pick<Line, 'earlier' | 'later'> {
  const [previous, next, afterNext] = [awards[place - 1], awards[place + 1], awards[place + 2]];
  return {
    earlier: previous ? { before: String(previous._id) } : null,
    later: next ? { before: afterNext ? String(afterNext._id) : '' } : null,
  };
}

function line(award: Award, to: To): Omit<Line, 'place' | 'earlier' | 'later'> {
  const { event, locale, people } = to;
  const presenter = people.get(String(award.presenter));
  return {
    id: String(award._id),
    title: inLocale(award.title, locale),
    decision: decisionText(award.decision, locale),
    announced: announcedText(award, to),
    announce: to.canAnnounce ? paths.announceAward(event, award) : null,
    toggle: String(award.announcedAt === null),
    presenter: presenter
      ? { style: styleOfAddress(presenter, locale), presence: presenceLine(presenter, null, locale) }
      : null,
    recipients: award.recipients.map((recipient) => recipientLine(award, recipient, to)),
    edit: paths.award(event, award),
    move: paths.moveAward(event, award),
    certificates: to.canEdit ? certificateLinks(award, to) : [],
  };
}

function announcedText({ announcedAt }: Award, { locale, event }: To): string {
  if (!announcedAt) return '';
  return translate(locale, 'awards.announced-at', { time: formatTime(locale, announcedAt, event.timeZone) });
}

function certificateLinks(award: Award, { event, locale }: To): Line['certificates'] {
  if (award.recipients.length === 0) return [];
  return locales.map((language) => ({
    href: `${paths.certificates(event, award)}?language=${language}`,
    label: translate(locale, `common.language.${language}`),
  }));
}

function recipientLine(award: Award, recipient: Recipient, to: To): Line['recipients'][number] {
  const { event, locale, people } = to;
  const guest = people.get(String(recipient.guest)) ?? null;
  const representative = people.get(String(recipient.representedBy)) ?? null;
  return {
    style: guest ? atStart(styleOfAddress(guest, locale), locale) : inLocale(recipient.name, locale),
    citation: inLocale(recipient.citation, locale),
    note: representative
      ? translate(locale, 'stage.represented-by', { person: styleOfAddress(representative, locale) })
      : '',
    presence: presenceLine(guest, representative, locale),
    certificate: to.canEdit ? paths.certificate(event, award, recipient.id) : null,
    boxes: to.canEdit ? boxesOf(award, recipient, { guest, locale }) : '',
  };
}

/** Every language's certificate is a print away, so all of them are looked at. */
function boxesOf(
  { title }: Award,
  { name, citation }: Recipient,
  { guest, locale }: { guest: AwardPerson | null; locale: Locale },
): string {
  const texts = [title, citation, ...(guest ? [] : [name])].flatMap((text) => Object.values(text));
  const spoken = guest ? locales.map((language) => styleOfAddress(guest, language)) : [];
  const marks = unprintable(texts.concat(spoken).join('\n'));
  return marks.length > 0 ? translate(locale, 'awards.certificate-boxes', { marks: marks.join(' ') }) : '';
}

function presenceLine(
  guest: AwardPerson | null,
  representative: AwardPerson | null,
  locale: Locale,
): Line['recipients'][number]['presence'] {
  const state = presenceOf(guest, representative);
  return { label: translate(locale, `stage.presence.${state}`), ...presenceLooks[state] };
}
