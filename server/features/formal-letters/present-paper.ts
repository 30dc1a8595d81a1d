import { qrSvg } from '../../platform/qr.ts';
import type { LetterSheet } from './letter-sheet.ts';
import type { PaperModel } from './views.ts';

/** The letter as the page shows it while it is being written. */
export function paperModel(sheet: LetterSheet): PaperModel {
  const { code, letterhead, number: numberLine, ...rest } = sheet;
  const { qr, ...words } = code ?? { qr: '', heading: '', text: '', typed: '' };
  return {
    ...rest,
    letterhead,
    numberLine,
    isOfficial: letterhead !== 'business',
    isAddressed: sheet.salutation !== '',
    mark: letterhead === 'party' ? '*' : letterhead === 'youth' ? '***' : '',
    code: code && {
      ...words,
      image: `data:image/svg+xml;base64,${Buffer.from(qrSvg(qr)).toString('base64')}`,
    },
  };
}
