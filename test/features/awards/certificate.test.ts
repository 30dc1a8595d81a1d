import { expect } from 'chai';
import { type Certificate, certificateDocument } from '../../../server/features/awards/certificate.ts';
import { renderPdf, stopPdf } from '../../../server/platform/pdf/render-pdf.ts';

const certificate: Certificate = {
  locale: 'vi',
  texts: { heading: 'Giấy khen', awardedTo: 'Tặng' },
  issuer: ['Vietsovpetro', 'Trung tâm Công nghệ thông tin & Liên lạc'],
  emblem: null,
  recipient: { vi: 'Nebozhenko Viktor Alexandrovich', ru: 'Небоженко Виктор Александрович' },
  position: 'Chánh Kỹ sư',
  title: 'Đã có thành tích xuất sắc trong công tác dịch vụ ngoài năm 2020',
  decision: 'Quyết định số 128/QĐ-TT ngày 28 tháng 9 năm 2020',
  placeAndDate: 'Vũng Tàu, ngày 3 tháng 10 năm 2020',
  signer: { position: 'Giám đốc', name: 'Đặng Đình Công' },
};

describe('a certificate', () => {
  after(stopPdf);

  it('names the recipient in both scripts, the reader’s first', () => {
    expect(names(certificate)).to.deep.equal([
      'Nebozhenko Viktor Alexandrovich',
      'Небоженко Виктор Александрович',
    ]);
    expect(names({ ...certificate, locale: 'ru' })).to.deep.equal([
      'Небоженко Виктор Александрович',
      'Nebozhenko Viktor Alexandrovich',
    ]);
  });

  it('does not repeat a name that has one form only', () => {
    expect(names({ ...certificate, recipient: { vi: 'Chi đoàn Phòng Kỹ thuật' } })).to.deep.equal([
      'Chi đoàn Phòng Kỹ thuật',
    ]);
  });

  it('stays on one sheet with the longest texts', async () => {
    const pdf = await renderPdf(
      certificateDocument({
        ...certificate,
        issuer: Array<string>(3).fill('Đoàn cơ sở Trung tâm Công nghệ thông tin & Liên lạc'),
        recipient: {
          vi: 'Chi đoàn Phòng Kỹ thuật Công nghệ thông tin và Xưởng Sửa chữa thiết bị thông tin liên lạc biển',
        },
        title: 'Đã hoàn thành xuất sắc nhiệm vụ công tác Đoàn và phong trào thanh niên '.repeat(4),
      }),
      'u',
    );

    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).to.have.length(1);
  });
});

/** The texts of the sheet that are one of the recipient's names, from top to bottom. */
function names(input: Certificate): string[] {
  const known = Object.values(input.recipient);
  const found: string[] = [];
  JSON.stringify(certificateDocument(input).content, (key, value: unknown) => {
    if (key === 'text' && known.some((name) => name === value)) found.push(String(value));
    return value;
  });
  return found;
}
