import type { Locale } from '../../../contract/locales.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { qrSvg } from '../../platform/qr.ts';
import type { LetterSheet } from './letter-sheet.ts';
import { unprintableIn } from './unprintable.ts';
import type { PaperModel } from './views.ts';

/** The letter as the page shows it while it is being written. */
export function paperModel(sheet: LetterSheet, reader: Locale): PaperModel {
  const { code, letterhead, number: numberLine, ...rest } = sheet;
  const { qr, ...words } = code ?? { qr: '', heading: '', text: '', typed: '' };
  return {
    ...rest,
    letterhead,
    numberLine,
    isOfficial: letterhead !== 'business',
    boxes: boxesIn(sheet, reader),
    isAddressed: sheet.salutation !== '',
    mark: letterhead === 'party' ? '*' : letterhead === 'youth' ? '***' : '',
    code: code && {
      ...words,
      image: `data:image/svg+xml;base64,${Buffer.from(qrSvg(qr)).toString('base64')}`,
    },
  };
}

/** Screens have other fonts than the printed letter: what it lacks is said, because it does not show. */
function boxesIn(sheet: LetterSheet, reader: Locale): string {
  const marks = unprintableIn(sheet);
  return marks.length === 0 ? '' : translate(reader, 'formal-letters.boxes', { marks: marks.join(' ') });
}
