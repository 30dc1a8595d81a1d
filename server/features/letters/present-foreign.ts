import { type Locale, locales } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import { paths } from '../../paths.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { ViewModel } from '../../platform/views/view-set.ts';
import { foreignParts, type LetterPart, type WrittenLetter } from './foreign-parts.ts';
import type { views } from './views.ts';

/** Which parts of the letter how many of its readers get in a language that is not theirs, and where each is written. */
export function foreignOf(
  letter: WrittenLetter,
  readers: Readonly<Record<Locale, number>>,
  locale: Locale,
): ViewModel<typeof views, 'letters/review'>['foreign'] {
  return locales
    .filter((reads) => readers[reads] > 0)
    .flatMap((reads) => foreignParts(letter, reads))
    .map(({ reads, stands, parts }) => ({
      text: translate(locale, 'letters.foreign-for', { count: readers[reads], reads, stands }),
      parts: parts.map((part) => ({
        href: placeOf(part, letter),
        label: translate(locale, `letters.part.${part}`),
      })),
    }));
}

function placeOf(part: LetterPart, { event, kind }: WrittenLetter): string {
  switch (part) {
    case 'text':
      return paths.letter(event, kind);
    case 'sessions':
      return paths.eventSessions(event);
    case 'title':
    case 'motto':
    case 'host':
      return within(event, 'basics');
    case 'place':
    case 'dress-code':
      return within(event, 'place');
    case 'inviter':
      return within(event, 'invitation');
  }
}

function within(event: Conference, section: string): string {
  return `${paths.editEvent(event)}#${section}`;
}
