import { inLocale } from '../../../contract/localised.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { renderPdf } from '../../platform/pdf/render-pdf.ts';
import { slugify } from '../../platform/text.ts';
import type { Addressee } from './addressees.ts';
import { lettersDocument } from './letter-document.ts';
import { type LetterFacts, letterTo } from './present-letter.ts';

export interface LetterFile {
  name: string;
  pdf: Buffer;
}

/** One file with a letter to each of the guests, in each one's language. `about` stands in its name; `whom` gets it. */
export async function lettersFile(
  facts: LetterFacts,
  guests: readonly Addressee[],
  { about, whom }: { about: string; whom: string },
): Promise<LetterFile> {
  const { event } = facts;
  const heading = translate(event.defaultLocale, 'formal-letters.heading');
  const pdf = await renderPdf(
    lettersDocument(
      guests.map((guest) => letterTo(facts, guest)),
      {
        title: `${heading} – ${inLocale(event.title, event.defaultLocale)}`,
        author: inLocale(event.host.name, event.defaultLocale),
      },
    ),
    whom,
  );
  return { name: `${slugify(heading)}-${slugify(about) || 'rostrum'}.pdf`, pdf };
}
