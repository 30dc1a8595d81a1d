import type { z } from 'zod';
import type { Locale } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import type { Guest } from '../../../models/guest.ts';
import { paths } from '../../paths.ts';
import { spacedCode } from '../../platform/codes.ts';
import { formatDate } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { qrSvg } from '../../platform/qr.ts';
import { addressedName, atStart, officeIn } from '../directory/style-of-address.ts';
import { seatIn } from '../guests/seat-text.ts';
import type { PassCard } from '../passes/pass-sheet.ts';
import { eventLines } from './event-lines.ts';
import type { PassPage } from './guest-views.ts';

type Bearer = Pick<
  Guest,
  'name' | 'addressForm' | 'position' | 'organisationName' | 'code' | 'seat' | 'standsFor'
>;

export interface CardFacts {
  event: Conference;
  guest: Bearer;
  locale: Locale;
  /** What the QR says. */
  text: string;
  /** The gate that is meant for them; empty where any is. */
  gate: string;
}

/** Everything that stands on a pass, in one language. */
export function passCard({ event, guest, locale, text, gate }: CardFacts): PassCard {
  const lines = eventLines(event, locale);
  const seat = seatIn(guest.seat, locale);
  const facts = [
    { label: translate(locale, 'invitations.fact.when'), value: lines.when },
    { label: translate(locale, 'invitations.fact.where'), value: lines.where },
    { label: translate(locale, 'invitations.fact.seat'), value: seat },
    { label: translate(locale, 'passes.page.gate'), value: gate },
  ];
  return {
    locale,
    event: lines.title,
    host: lines.host,
    name: atStart(addressedName(guest, locale), locale),
    about: aboutBearer(guest, locale),
    facts: facts.filter(({ value }) => value !== ''),
    code: spacedCode(guest.code),
    text,
  };
}

export function passPage(facts: CardFacts, until: Date): z.input<typeof PassPage> {
  const { locale, event } = facts;
  const card = passCard(facts);
  // It ends with midnight, and so on the day before.
  const lastDay = new Date(until.getTime() - 1);
  const svg = Buffer.from(qrSvg(card.text)).toString('base64');
  return {
    event: card.event,
    qr: `data:image/svg+xml;base64,${svg}`,
    code: card.code,
    bearer: card.name,
    about: card.about,
    facts: [...card.facts],
    image: paths.passImage,
    file: paths.passFile,
    back: paths.answerDone,
    worker: paths.passWorker,
    scope: paths.answer,
    kept: translate(locale, 'passes.page.kept', {
      date: formatDate(locale, lastDay, event.timeZone, 'long'),
    }),
  };
}

/** Their office; of a substitute, whose seat it is. */
function aboutBearer(guest: Bearer, locale: Locale): string {
  const { standsFor } = guest;
  if (!standsFor) return officeIn(guest, locale);
  return translate(locale, 'invitations.pass.in-place-of', { name: addressedName(standsFor, locale) });
}
