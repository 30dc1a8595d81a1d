import { inLocale, type Localised } from '../../../contract/localised.ts';
import { type Locale, locales } from '../../../contract/locales.ts';
import type { Award, Recipient } from '../../../models/award.ts';
import type { Conference } from '../../../models/event.ts';
import { formatDay } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { PdfDefinition } from '../../platform/pdf/render-pdf.ts';
import { slugify } from '../../platform/text.ts';
import { displayName } from '../directory/person-name.ts';
import { officeIn } from '../directory/style-of-address.ts';
import type { AwardPeople, AwardPerson } from './award-people.ts';
import { type Certificate, certificateDocument } from './certificate.ts';
import { decisionText } from './decision-text.ts';

export interface CertificateFacts {
  event: Conference;
  award: Award;
  people: AwardPeople;
  locale: Locale;
}

/** What stands on the certificate of one recipient. What is not known is left for a pen. */
export function certificateOf(facts: CertificateFacts, recipient: Recipient): Certificate {
  const { event, award, people, locale } = facts;
  const guest = people.get(String(recipient.guest));
  return {
    locale,
    texts: {
      heading: translate(locale, 'awards.certificate.heading'),
      awardedTo: translate(locale, 'awards.certificate.awarded-to'),
    },
    issuer: [event.host.parent, event.host.name].map((unit) => inLocale(unit, locale)).filter(Boolean),
    emblem: null,
    recipient: guest ? nameIn(guest) : recipient.name,
    position: guest ? officeIn(guest, locale) : '',
    title: [award.title, recipient.citation]
      .map((text) => inLocale(text, locale))
      .filter(Boolean)
      .join('\n'),
    decision: decisionText(award.decision, locale),
    placeAndDate: placeAndDate(event, award, locale),
    signer: signerOf(facts),
  };
}

/** One sheet after the other in one file. */
export function certificatesDocument(facts: CertificateFacts): PdfDefinition {
  const [first, ...rest] = facts.award.recipients.map((recipient) =>
    certificateDocument(certificateOf(facts, recipient)),
  );
  if (!first) throw new Error('An award without recipients has no certificates');
  return {
    ...first,
    info: { ...first.info, title: inLocale(facts.award.title, facts.locale) },
    content: [first, ...rest].map((sheet, place) => ({
      stack: [sheet.content].flat(),
      ...(place > 0 ? { pageBreak: 'before' as const } : {}),
    })),
  };
}

/** “giay-khen-dang-dinh-cong.pdf”: readable in every file system. */
export function certificateFile(name: Localised, locale: Locale): string {
  const heading = translate(locale, 'awards.certificate.heading');
  return `${slugify(heading)}-${slugify(inLocale(name, locale)) || 'rostrum'}.pdf`;
}

function nameIn({ name }: AwardPerson): Localised {
  return Object.fromEntries(locales.map((locale) => [locale, displayName(name, locale)]));
}

function placeAndDate(event: Conference, award: Award, locale: Locale): string {
  const day = award.decision.date || event.days.at(-1);
  const city = event.venue ? inLocale(event.venue.city, locale) : '';
  return translate(locale, 'awards.certificate.place-and-date', {
    place: city || 'none',
    date: day ? formatDay(locale, day, 'formal') : 'none',
  });
}

/** Who invites also signs; otherwise whoever presents the award. */
function signerOf({ event, award, people, locale }: CertificateFacts): Certificate['signer'] {
  const presenter = people.get(String(award.presenter));
  if (event.inviter?.name) {
    return { position: inLocale(event.inviter.position ?? {}, locale), name: event.inviter.name };
  }
  if (!presenter) return { position: '', name: '' };
  return { position: inLocale(presenter.position, locale), name: displayName(presenter.name, locale) };
}
