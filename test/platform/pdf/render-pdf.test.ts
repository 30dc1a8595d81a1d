import { expect } from 'chai';
import { type PdfDefinition, renderPdf, stopPdf } from '../../../server/platform/pdf/render-pdf.ts';

const plain: PdfDefinition = {
  info: { title: 'Đại hội', author: 'Rostrum' },
  language: 'vi',
  content: ['Đặng Đình Công', { text: 'Небоженко Виктор Александрович', font: 'Serif' }],
};

describe('rendering a PDF', () => {
  after(stopPdf);

  it('gives a document with embedded fonts, its title and its language', async () => {
    const pdf = (await renderPdf(plain, 'u')).toString('latin1');

    expect(pdf)
      .to.match(/^%PDF-1\.7/)
      .and.include('%%EOF');
    expect(pdf).to.include('Inter').and.include('SourceSerif4').and.include('FontFile2');
    expect(pdf).to.include('/Lang (vi)').and.include('/DisplayDocTitle true');
  });

  it('leaves the event loop free while it draws', async () => {
    await renderPdf(plain, 'u');
    const rows = Array.from({ length: 1500 }, (_, row) => [
      `${row}`,
      'Nguyễn Thị Ngọc Huyền',
      'Phó Trưởng phòng',
    ]);
    let [last, longest] = [performance.now(), 0];
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);

    const started = performance.now();
    await renderPdf({ ...plain, content: [{ table: { body: rows } }] }, 'u');
    const whole = performance.now() - started;
    clearInterval(watch);

    expect(longest).to.be.below(whole / 2);
  });

  it('reads no file and no address, and goes on with the next document', async () => {
    const refused = (image: string) =>
      renderPdf({ ...plain, content: [{ image }] }, 'u').then(
        () => 'drawn',
        (error: unknown) => String(error),
      );

    expect(await refused('/etc/passwd')).to.include('denied');
    expect(await refused('http://127.0.0.1:9/a.png')).to.match(/denied|could not be drawn/);
    expect((await renderPdf(plain, 'u')).length).to.be.above(5000);
  });

  it('refuses a definition that is not plain data', async () => {
    const error = await renderPdf({ ...plain, content: [{ text: 'x', toString: () => 'y' }] }, 'u').catch(
      String,
    );

    expect(error).to.include('could not be cloned');
    expect((await renderPdf(plain, 'u')).length).to.be.above(5000);
  });

  it('draws documents that are asked for at the same time one after the other', async () => {
    const all = await Promise.all([1, 2, 3].map((n) => renderPdf({ ...plain, content: [`${n}`] }, `${n}`)));

    expect(new Set(all.map((pdf) => pdf.toString('latin1'))).size).to.equal(3);
  });

  it('draws one document at a time for anybody, and keeps the next person waiting', async () => {
    const [first, again, other] = await Promise.allSettled(
      ['u1', 'u1', 'u2'].map((whom) => renderPdf(plain, whom)),
    );

    expect([first?.status, other?.status]).to.deep.equal(['fulfilled', 'fulfilled']);
    expect(again).to.have.nested.include({ 'reason.code': 'errors.pdf-underway', 'reason.status': 429 });
    expect((await renderPdf(plain, 'u1')).length).to.be.above(5000);
  });

  it('lets ten wait for the one that is drawn, and asks the next to come again', async () => {
    const all = await Promise.allSettled(
      Array.from({ length: 12 }, (_, user) => renderPdf(plain, `u${user}`)),
    );

    expect(all.filter(({ status }) => status === 'fulfilled')).to.have.length(11);
    expect(all.at(-1)).to.have.nested.include({ 'reason.code': 'errors.pdf-queue', 'reason.retryAfter': 5 });
  });

  it('draws for somebody again whose document failed', async () => {
    await renderPdf({ ...plain, content: [{ image: '/etc/passwd' }] }, 'u').catch(() => undefined);

    expect((await renderPdf(plain, 'u')).length).to.be.above(5000);
  });
});
