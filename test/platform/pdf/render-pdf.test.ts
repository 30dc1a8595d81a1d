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
    const pdf = (await renderPdf(plain)).toString('latin1');

    expect(pdf)
      .to.match(/^%PDF-1\.7/)
      .and.include('%%EOF');
    expect(pdf).to.include('Inter').and.include('SourceSerif4').and.include('FontFile2');
    expect(pdf).to.include('/Lang (vi)').and.include('/DisplayDocTitle true');
  });

  it('leaves the event loop free while it draws', async () => {
    await renderPdf(plain);
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
    await renderPdf({ ...plain, content: [{ table: { body: rows } }] });
    const whole = performance.now() - started;
    clearInterval(watch);

    expect(longest).to.be.below(whole / 2);
  });

  it('reads no file and no address, and goes on with the next document', async () => {
    const refused = (image: string) =>
      renderPdf({ ...plain, content: [{ image }] }).then(
        () => 'drawn',
        (error: unknown) => String(error),
      );

    expect(await refused('/etc/passwd')).to.include('denied');
    expect(await refused('http://127.0.0.1:9/a.png')).to.match(/denied|could not be drawn/);
    expect((await renderPdf(plain)).length).to.be.above(5000);
  });

  it('refuses a definition that is not plain data', async () => {
    const error = await renderPdf({ ...plain, content: [{ text: 'x', toString: () => 'y' }] }).catch(String);

    expect(error).to.include('could not be cloned');
    expect((await renderPdf(plain)).length).to.be.above(5000);
  });

  it('draws documents that are asked for at the same time one after the other', async () => {
    const all = await Promise.all([1, 2, 3].map((n) => renderPdf({ ...plain, content: [`${n}`] })));

    expect(new Set(all.map((pdf) => pdf.toString('latin1'))).size).to.equal(3);
  });
});
