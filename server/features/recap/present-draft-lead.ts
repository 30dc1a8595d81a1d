import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import { formatDateRange, formatDay } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { fold } from '../../platform/text.ts';
import { inside } from './present-phrases.ts';
import type { RecapFacts } from './recap-facts.ts';

type Event = RecapFacts['event'];

/** Who held what, when and where. */
export function leadSentences({ event }: RecapFacts, locale: Locale): string[] {
  const title = inLocale(event.title, locale);
  return [
    translate(locale, 'recap.draft.lead', {
      when: whenText(event, locale) || 'none',
      place: placeText(event, locale) || 'none',
      host: inLocale(event.host.name, locale),
      article: needsArticle(event, locale) ? 'yes' : 'no',
      parent: parentText(event, locale) || 'none',
      title: locale === 'en' ? inside(title, locale, []) : title,
      gender: genderOfTitle(title),
    }),
  ];
}

function whenText({ days, partOfDay, startsAt }: Event, locale: Locale): string {
  const [day] = days;
  if (day === undefined) return '';
  const isOne = days.length === 1;
  return translate(locale, 'recap.draft.when', {
    days: isOne ? formatDay(locale, day, 'long') : formatDateRange(locale, days),
    count: days.length,
    part: (isOne && (partOfDay || partAt(startsAt))) || 'none',
  });
}

function partAt(time: string): string {
  if (time === '') return '';
  const hour = Number(time.slice(0, 2));
  if (hour < 12) return 'morning';
  return hour < 18 ? 'afternoon' : 'evening';
}

function placeText({ venue }: Event, locale: Locale): string {
  if (!venue) return '';
  return [venue.room, venue.name, venue.city]
    .map((text) => inLocale(text, locale))
    .filter(Boolean)
    .join(', ');
}

/** The unit above, unless the host's own name has it. */
function parentText({ host }: Event, locale: Locale): string {
  const parent = inLocale(host.parent, locale);
  return fold(inLocale(host.name, locale)).includes(fold(parent)) ? '' : parent;
}

/** “the Information Technology Centre”, but “Vietsovpetro”. */
function needsArticle({ host }: Event, locale: Locale): boolean {
  const name = inLocale(host.name, locale);
  return locale === 'en' && Boolean(host.name.en) && /\s/.test(name) && !/^the /i.test(name);
}

const nouns: readonly (readonly [string, RegExp])[] = [
  ['f', /^(конференция|встреча|сессия|ассамблея)(?=\s|$)/i],
  ['m', /^(форум|съезд|семинар|конгресс|слёт|пленум)(?=\s|$)/i],
  ['n', /^(совещание|собрание|заседание)(?=\s|$)/i],
];

/** The gender of the noun with which a Russian title begins; none when it begins with something else. */
function genderOfTitle(title: string): string {
  return nouns.find(([, noun]) => noun.test(title))?.[0] ?? 'none';
}
