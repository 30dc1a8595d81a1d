import { expect } from 'chai';
import { type Locale, locales } from '../../../contract/locales.ts';
import { type Sheet, sheetDocument } from '../../../server/features/statements/statement-document.ts';
import { renderPdf } from '../../../server/platform/pdf/render-pdf.ts';
import { qrSvg } from '../../../server/platform/qr.ts';
import { formatPercent } from '../../../server/platform/i18n/format.ts';
import { translate } from '../../../server/platform/i18n/translate.ts';
import { pdfPages } from '../../support/pdf-text.ts';

const columns = [
  'attendance.unit',
  'attendance.summoned',
  'statements.column.present',
  'statements.column.substitutes',
  'statements.column.excused',
  'statements.column.unexcused',
  'statements.column.share',
] as const;

function sheet(locale: Locale, units: number, absent: Sheet['absent'] = []): Sheet {
  return {
    locale,
    host: 'Liên doanh Việt – Nga',
    event: 'Hội nghị tổng kết năm 2026',
    title: 'Số 1',
    at: '15/12/2026',
    text: 'Có mặt 100 người.',
    quorum: '',
    columns: columns.map((key) => translate(locale, key)),
    rows: [
      ...Array.from({ length: units }, (_, place) => [`Phòng ${place}`, '12', '10', '1', '1', '1', '83%']),
      ['TOTAL', '1200', '1000', '100', '100', '100', '83%'],
    ],
    absent,
    signedBy: ['SIGNED'],
    check: { qr: qrSvg('https://example.org'), link: 'https://example.org', text: '', fingerprint: 'ab' },
    reasonLabel: '',
  };
}

async function pages(given: Sheet): Promise<string[]> {
  return pdfPages(await renderPdf(sheetDocument(given), 'somebody'));
}

describe('a statement on paper', () => {
  it('breaks no head of a column inside a word', async () => {
    for (const locale of locales) {
      const given = sheet(locale, 1);
      const [text = ''] = await pages(given);
      for (const word of given.columns.flatMap((head) => head.split(' '))) expect(text).to.contain(word);
    }
  });

  it('breaks no share over two lines, in any language', async () => {
    for (const locale of locales) {
      const share = formatPercent(locale, 0.938);
      const given = sheet(locale, 1);
      const rows = given.rows.map((row) => [...row.slice(0, -1), share]);
      const [text = ''] = await pages({ ...given, rows });
      expect(text.split(share.replaceAll(/\s+/g, ' ')), `${locale}: ${text}`).to.have.length(3);
    }
  });

  it('keeps the seal on the page of the sum, below the heads, however many units there are', async () => {
    for (const units of [20, 22, 24, 26, 28, 30]) {
      const given = sheet('ru', units);
      const last = (await pages(given)).at(-1) ?? '';
      expect(last, String(units)).to.contain('TOTAL').and.contain('SIGNED').and.contain(given.columns[0]);
    }
  });

  it('keeps the seal with the last names of those who were absent', async () => {
    for (const count of [10, 26, 28, 30, 32, 34, 36, 38]) {
      const people = Array.from({ length: count }, (_, place) => ({
        name: `Người ${place + 1}`,
        position: '',
        reason: '',
      }));
      const last = (await pages(sheet('vi', 3, [{ title: 'Vắng', units: [{ unit: 'Phòng', people }] }]))).at(
        -1,
      );
      expect(last, String(count)).to.contain('SIGNED').and.contain(`${count}. Người ${count}`);
    }
  });
});
