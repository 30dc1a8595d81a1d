import type { z } from 'zod';
import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import { paths } from '../../paths.ts';
import { now } from '../../platform/clock.ts';
import { formatDay } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { addressedName, atStart, officeIn, styleOfAddress } from '../directory/style-of-address.ts';
import { type Presence, presenceLooks } from '../directory/presence.ts';
import { insteadOf } from './present-instead.ts';
import type { CeremonyAward, CeremonyRecipient } from './ceremony.ts';
import type { Introducible } from './introducible.ts';
import type { Introduction, PlacedIntroduction } from './introductions.ts';
import type { CeremonyModel, IntroductionsModel } from './views.ts';

const NEW_FOR_MS = 20_000;

type People = z.input<typeof IntroductionsModel>;
type Ceremony = z.input<typeof CeremonyModel>;

/** The list as it is shown: of a long one a part, with what is said of the people in it. */
export interface Lectern {
  list: readonly Introduction[];
  shown: readonly PlacedIntroduction[];
  people: ReadonlyMap<string, Introducible>;
}

export function introductionsModel(
  event: Conference,
  { list, shown, people }: Lectern,
  to: { locale: Locale; canRun: boolean },
): People {
  const said = list.filter((entry) => entry.introduced).length;
  return {
    source: paths.introductions(event),
    action: to.canRun ? paths.tick(event) : null,
    summary: translate(to.locale, 'stage.introduced', { said, present: list.length }),
    isEmpty: list.length === 0,
    present: list.length,
    folded:
      shown.length < list.length
        ? translate(to.locale, 'stage.folded', { count: list.length - shown.length })
        : '',
    people: shown.flatMap(({ entry, place }) => {
      const guest = people.get(String(entry.guest._id));
      return guest ? [person(guest, { entry, place }, to.locale)] : [];
    }),
  };
}

function person(
  guest: Introducible,
  { entry, place }: PlacedIntroduction,
  locale: Locale,
): People['people'][number] {
  const { substitute } = guest;
  return {
    id: String(guest._id),
    place,
    state: entry.introduced ? 'said' : entry.late ? 'late' : 'due',
    isSaid: entry.introduced,
    isLate: entry.late,
    isNew: !entry.introduced && guest.admittedAt.getTime() > now().getTime() - NEW_FOR_MS,
    name: substitute || atStart(addressedName(guest, locale), locale),
    style: substitute ? '' : officeIn(guest, locale),
    substitute: inPlaceOf(guest, locale),
    say: substitute ? '' : guest.pronunciation,
    toggle: String(!entry.introduced),
  };
}

/** Whom somebody represents; empty for those who come for themselves. */
function inPlaceOf(guest: Introducible, locale: Locale): string {
  if (guest.standsFor)
    return translate(locale, 'stage.in-place-of', { person: addressedName(guest.standsFor, locale) });
  if (!guest.substitute) return '';
  return translate(locale, 'stage.in-place-of', { person: styleOfAddress(guest, locale) });
}

export function ceremonyModel(
  event: Conference,
  awards: readonly CeremonyAward[],
  to: { locale: Locale; canAnnounce: boolean },
): Ceremony {
  return {
    source: paths.consoleAwards(event),
    isEmpty: awards.length === 0,
    awards: awards.map((entry) => award(event, entry, to)),
  };
}

function award(
  event: Conference,
  entry: CeremonyAward,
  to: { locale: Locale; canAnnounce: boolean },
): Ceremony['awards'][number] {
  const { locale } = to;
  const { presenter } = entry;
  const announced = entry.award.announcedAt !== null;
  return {
    id: String(entry.award._id),
    title: inLocale(entry.award.title, locale),
    decision: decisionText(entry, locale),
    announced,
    action: to.canAnnounce ? paths.announceAward(event, entry.award) : null,
    toggle: String(!announced),
    presenter: presenter && {
      style: presenter.substitute
        ? insteadOf(styleOfAddress(presenter.person, locale), presenter.substitute, locale)
        : atStart(styleOfAddress(presenter.person, locale), locale),
      ...presence(presenter.presence, locale),
    },
    recipients: entry.recipients.map((recipient) => recipientLine(recipient, locale)),
  };
}

function recipientLine(
  recipient: CeremonyRecipient,
  locale: Locale,
): Ceremony['awards'][number]['recipients'][number] {
  const { person: guest, representedBy, substitute } = recipient;
  const receives = substitute || (representedBy ? styleOfAddress(representedBy, locale) : '');
  return {
    style: guest ? atStart(styleOfAddress(guest, locale), locale) : inLocale(recipient.name, locale),
    say: guest?.pronunciation ?? '',
    note: receives && translate(locale, 'stage.represented-by', { person: receives }),
    ...presence(recipient.presence, locale),
  };
}

function presence(state: Presence, locale: Locale): { label: string; tone: string; icon: string } {
  return { label: translate(locale, `stage.presence.${state}`), ...presenceLooks[state] };
}

function decisionText({ award: { decision } }: CeremonyAward, locale: Locale): string {
  if (!decision.number) return '';
  return translate(locale, 'stage.decision', {
    number: decision.number,
    date: decision.date ? formatDay(locale, decision.date, 'numeric') : '',
    authority: inLocale(decision.authority, locale),
  });
}
