import type { z } from 'zod';
import { inLocale, localeOfText } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import type { Recap } from '../../../models/recap.ts';
import type { Report } from '../../../models/report.ts';
import { formatList } from '../../platform/i18n/format-words.ts';
import { formatDate } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { AwardList } from '../awards/award-list.ts';
import { atStart } from '../directory/style-of-address.ts';
import { recipientText } from './present-draft-honours.ts';
import { figureLine } from './present-figures.ts';
import type { ArticleModel } from './views.ts';

type Model = z.input<typeof ArticleModel>;

export interface ArticleFacts {
  event: Pick<Conference, 'timeZone'>;
  recap: Recap;
  report: Report;
  awards: AwardList;
}

/** The news item as it is read, in the reader's language or the nearest one it is written in. */
export function articleModel(
  { event, recap, report, awards }: ArticleFacts,
  to: { locale: Locale; back: string; isPreview: boolean },
): Model {
  const { locale } = to;
  return {
    back: to.back,
    isPreview: to.isPreview,
    lang: localeOfText(recap.body, locale) ?? locale,
    headline: inLocale(recap.headline, locale),
    publishedOn: recap.publishedAt ? formatDate(locale, recap.publishedAt, event.timeZone) : '',
    lead: paragraphs(inLocale(recap.lead, locale)),
    paragraphs: paragraphs(inLocale(recap.body, locale)),
    figures: report.figures.map((figure) => figureLine(figure, locale)),
    honours: awards.awards.map((award) => ({
      title: inLocale(award.title, locale),
      recipients: award.recipients.map((recipient) =>
        atStart(recipientText(recipient, awards.people, locale), locale),
      ),
    })),
    photos: photoLines(recap, locale),
    textBy: creditText(recap.credits.text, 'recap.text-by', locale),
    photosBy: creditText(photographers(recap), 'recap.photos-by', locale),
  };
}

/** One photographer of all is named once, below. */
function photoLines(recap: Recap, locale: Locale): Model['photos'] {
  const isShared = sharedCredit(recap) !== null;
  return recap.photos.map(({ caption, credit }) => ({
    caption: inLocale(caption, locale),
    credit: credit && !isShared ? translate(locale, 'recap.photo-by', { name: credit }) : '',
  }));
}

function photographers(recap: Recap): readonly string[] {
  const shared = sharedCredit(recap);
  return recap.credits.photos.length > 0 || shared === null ? recap.credits.photos : [shared];
}

function sharedCredit({ photos }: Recap): string | null {
  const [first, ...others] = new Set(photos.map(({ credit }) => credit));
  return first && others.length === 0 ? first : null;
}

function creditText(
  names: readonly string[],
  key: 'recap.text-by' | 'recap.photos-by',
  locale: Locale,
): string {
  return names.length === 0 ? '' : translate(locale, key, { names: formatList(locale, names) });
}

function paragraphs(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}
