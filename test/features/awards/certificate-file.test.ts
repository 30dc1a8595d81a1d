import { expect } from 'chai';
import type { Award } from '../../../models/award.ts';
import type { Conference } from '../../../models/event.ts';
import type { Guest } from '../../../models/guest.ts';
import { certificateDocument } from '../../../server/features/awards/certificate.ts';
import {
  certificateFile,
  type CertificateFacts,
  certificateOf,
  certificatesDocument,
} from '../../../server/features/awards/present-certificate.ts';
import { renderPdf, stopPdf } from '../../../server/platform/pdf/render-pdf.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { makeAward, makeEvent, makeGuest, makeMembership, makeUser } from '../../support/factories.ts';
import { pdfPages } from '../../support/pdf-text.ts';

const name = {
  vi: 'Nebozhenko Viktor Alexandrovich',
  ru: { family: 'Небоженко', given: 'Виктор', patronymic: 'Александрович' },
};

describe('the certificates of an award', () => {
  useDatabase();
  let event: Conference;
  let engineer: Guest;
  let award: Award;

  before(async () => {
    event = await makeEvent({ defaultLocale: 'vi' });
    engineer = await makeGuest({ event: event._id, name, position: { vi: 'Chánh Kỹ sư' } });
    award = await makeAward({
      event: event._id,
      title: { vi: 'Thành tích xuất sắc năm 2026', ru: 'За выдающиеся успехи' },
      decision: { number: '128/QĐ', date: '2026-12-01', authority: {} },
      recipients: [recipient('one', engineer), { ...recipient('two', null), name: { vi: 'Phòng Kỹ thuật' } }],
    });
  });
  after(stopPdf);

  it('have the name in both scripts as text, with the decision', async () => {
    const facts = factsIn('vi');
    const [page] = pdfPages(
      await renderPdf(certificateDocument(certificateOf(facts, recipient('one', engineer))), 'u'),
    );

    for (const text of [
      'Nebozhenko Viktor Alexandrovich',
      'Небоженко Виктор Александрович',
      'Chánh Kỹ sư',
      'Thành tích xuất sắc năm 2026',
      'Quyết định số 128/QĐ ngày 01 tháng 12 năm 2026',
    ]) {
      expect(page).to.include(text);
    }
  });

  it('come as one file with a sheet for each recipient, in the language asked for', async () => {
    const pages = pdfPages(await renderPdf(certificatesDocument(factsIn('ru')), 'u'));

    expect(pages).to.have.length(2);
    expect(pages[0]).to.include('ПОЧЁТНАЯ ГРАМОТА').and.include('Небоженко Виктор Александрович');
    expect(pages[1]).to.include('Phòng Kỹ thuật');
  });

  it('are sent as a download with a name that every file system can keep', async () => {
    const app = await startTestApp();
    const user = await makeUser();
    await makeMembership(user, event, 'editor');
    const answer = await app.as(user).get(paths.certificate(event, award, 'one'));
    const unknown = await app.as(user).get(paths.certificate(event, award, 'nobody'));
    await app.close();

    expect(answer.type).to.equal('application/pdf');
    expect(answer.headers.get('content-disposition')).to.equal(
      'attachment; filename=giay-khen-nebozhenko-viktor-alexandrovich.pdf',
    );
    expect(unknown.status).to.equal(404);
    expect(certificateFile({ ru: 'Отдел связи' }, 'ru')).to.equal('pochetnaya-gramota-otdel-svyazi.pdf');
  });

  function factsIn(locale: 'vi' | 'ru'): CertificateFacts {
    return { event, award, locale, people: new Map([[String(engineer._id), engineer]]) };
  }

  function recipient(id: string, guest: Guest | null): Award['recipients'][number] {
    return { id, kind: 'person', guest: guest?._id ?? null, name: {}, citation: {}, representedBy: null };
  }
});
